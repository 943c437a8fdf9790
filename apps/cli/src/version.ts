/** Version of the engine that results are made with, and of the command line; a test holds it against the package. */
export const version = '0.1.0';
