// The shapes that cross a boundary: between content scripts and background, background and pages,
// extension and host. All of them are known by this name.

export type * from './record.d.ts';
export type * from './platform.d.ts';
export type * from './own.d.ts';
export type * from './proof.d.ts';
export type * from './sample.d.ts';
export type * from './views.d.ts';
