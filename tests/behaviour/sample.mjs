// The cases of the normal run: every kind, none long. All of them run with --full.
export const SAMPLE = [];
