// The extension's private files as navigator.storage gives them: what is written counts once it is
// closed.

/**
 * @param {{ has(name: string): boolean, get(name: string): string, set(name: string, text: string):
 *   unknown, delete(name: string): unknown }} files
 */
export function privateFiles(files) {
  const folder = {
    async getFileHandle(name, { create = false } = {}) {
      await later();
      if (!files.has(name)) {
        if (!create) throw new DOMException('no such file', 'NotFoundError');
        files.set(name, '');
      }
      return {
        getFile: async () => ({ text: async () => files.get(name) }),
        async createWritable() {
          let text = '';
          return {
            write: async more => {
              text += more;
            },
            async close() {
              await later();
              files.set(name, text);
            },
          };
        },
      };
    },
    async removeEntry(name) {
      await later();
      if (!files.has(name)) throw new DOMException('no such file', 'NotFoundError');
      files.delete(name);
    },
  };
  return { getDirectory: async () => folder };
}

const later = () =>
  new Promise(done => {
    setImmediate(done);
  });
