/**
 * The lines of the symbols, in a square of 24, drawn without a filling.
 * @type {Readonly<Record<string, string>>}
 */
export const PATHS = {
  denied:
    'M12 3l7.5 2.8v5.4c0 4.6-3.1 8.2-7.5 9.8-4.4-1.6-7.5-5.2-7.5-9.8V5.8zM8.4 12.2l2.6 2.6 4.8-5.2',
  allowed: 'M12 3.5L21.5 20h-19zM12 10v4.5M12 17.4v.1',
  returned: 'M4.5 12a7.5 7.5 0 1 0 2.4-5.5L4.5 8.7M4.5 4v4.7h4.7M12 8.5v4M12 15.6v.1',
  unknown:
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.4 9.6a2.7 2.7 0 1 1 3.9 2.4c-.9.5-1.3 1-1.3 ' +
    '2M12 16.9v.1',
  form: 'M6 3h8.5L19 7.500V21H6zM14 3v5h5M9.5 12.500h6M9.5 16.500h6',
  none: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8 12h8',
  settling: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.2 2',
  log: 'M5 4.500h14v15H5zM8.5 9h7M8.5 12.500h7M8.5 16h4',
  warning: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7.500v5.500M12 16.400v.1',
  check: 'M5 12.500l4.5 4.500L19 7.5',
  said: 'M4.500 5h15v10.500h-8L7.500 19.500v-4h-3zM8.500 9h7M8.500 12h4',
  policy:
    'M12 4v15.500M7 19.500h10M5.500 6.500h13M5.500 6.500L3 13a3 3 0 0 0 5 0zM18.500 6.500L16 ' +
    '13a3 3 0 0 0 5 0z',
};
