// Debian 12's Node has these in its modules and not yet as globals; later ones have both. For tests
// and tools only.
import { File } from 'node:buffer';
import { webcrypto } from 'node:crypto';

globalThis.File ??= File;
globalThis.crypto ??= webcrypto;
