// What a person covers of a picture, by hand and by keys: pure.
import assert from 'node:assert/strict';
import test from 'node:test';
import { between, movedBy } from '../../../../extension/pages/popup/picture-image.js';

const SIZE = { width: 600, height: 400 };

test('a part is what lies between two points, in whatever order, and inside the picture', () => {
  const part = { x: 10, y: 20, width: 31, height: 41 };
  assert.deepEqual(between({ x: 10.4, y: 20.9 }, { x: 40.2, y: 60.1 }, SIZE), part);
  assert.deepEqual(between({ x: 40.2, y: 20.9 }, { x: 10.4, y: 60.1 }, SIZE), part);
  assert.deepEqual(between({ x: -50, y: -9 }, { x: 9000, y: 9000 }, SIZE), { x: 0, y: 0, ...SIZE });
});

test('a frame reaches every pixel of the picture, and never leaves it', () => {
  let frame = between({ x: 0, y: 0 }, { x: 120, y: 60 }, SIZE);
  for (const [key, shift] of [
    ['ArrowLeft', false],
    ['ArrowRight', false],
    ['ArrowDown', false],
    ['ArrowRight', true],
    ['ArrowUp', true],
    ['ArrowLeft', true],
  ])
    for (let n = 0; n < 200; ++n) {
      frame = movedBy(frame, key, shift, SIZE);
      assert.ok(frame.width > 0 && frame.height > 0, JSON.stringify(frame));
      assert.ok(frame.x >= 0 && frame.x + frame.width <= SIZE.width, JSON.stringify(frame));
      assert.ok(frame.y >= 0 && frame.y + frame.height <= SIZE.height, JSON.stringify(frame));
    }
  for (const key of ['ArrowLeft', 'ArrowUp'])
    for (let n = 0; n < 200; ++n) frame = movedBy(frame, key, false, SIZE);
  for (const key of ['ArrowRight', 'ArrowDown'])
    for (let n = 0; n < 200; ++n) frame = movedBy(frame, key, true, SIZE);
  assert.deepEqual(frame, { x: 0, y: 0, ...SIZE });
});

test('other keys are not the frame’s', () => {
  const frame = { x: 0, y: 0, width: 10, height: 10 };
  for (const key of ['Tab', 'a', ' ', 'Escape', 'toString'])
    assert.equal(movedBy(frame, key, false, SIZE), null);
});
