// What a desk says with no first answer, and so need not be there for it.
export { inputsHash, reportedInputs } from '@percall/core';
