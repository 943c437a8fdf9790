const texts: Readonly<Record<string, string>> = {};

/** The presets there are, by name. */
export const presetNames = (): readonly string[] => Object.keys(texts);

/** The YAML text of a preset; null when there is none of that name. */
export const presetText = (name: string): string | null => (Object.hasOwn(texts, name) ? texts[name]! : null);
