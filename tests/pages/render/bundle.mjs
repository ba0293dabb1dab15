// A script for a browser with the libraries that it imports in it.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** @param {string} contents what it is @returns {Promise<string>} fit for a script element */
export async function bundle(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    conditions: ['production'],
    loader: { '.css': 'empty' },
    define: { 'process.env.NODE_ENV': '"production"', global: 'window' },
    legalComments: 'inline',
    logLevel: 'error',
  });
  return outputFiles[0].text.replaceAll('</script', '<\\/script');
}
