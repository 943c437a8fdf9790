const secondsPerDay = 86_400;

/** The time of day of some seconds since a midnight, HH:MM:SS. */
export function clockOf(seconds: number): string {
  const whole = Math.floor(seconds) % secondsPerDay;
  return [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
