// The papers (*.md) as the gates read them.

/**
 * A paper with one line for each paragraph, item and row: where they were wrapped means nothing.
 * @param {string} text
 */
export const unwrapped = text => text.replace(/(?<=\S)\n *(?=\S)(?![-*|>] |\d+\. |#)/g, ' ');
