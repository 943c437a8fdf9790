/** 2^(i - 1074) for i = 0..2097, every power of two that a double can be. Looking one up is quicker than building its bits. */
export const powersOfTwo = new Float64Array(2098);
powersOfTwo[1074] = 1;
for (let i = 1074; i > 0; i--) powersOfTwo[i - 1] = powersOfTwo[i]! * 0.5;
for (let i = 1074; i < 2097; i++) powersOfTwo[i + 1] = powersOfTwo[i]! * 2;
