// The built-in network by onnxruntime-web, in WebAssembly on one thread.
import * as ort from "./node_modules/onnxruntime-web/dist/ort.wasm.min.mjs";

export const WIDTH = 256;
export const HEIGHT = 144;

ort.env.wasm.numThreads = 1;
ort.env.wasm.wasmPaths = new URL("./node_modules/onnxruntime-web/dist/", import.meta.url).href;

/** Loads the model that `make_model.py` wrote. */
export async function load(path = "model.onnx") {
  return await ort.InferenceSession.create(path);
}

/** Float32Array of WIDTH x HEIGHT in 0..1, 1 = person, of an ImageData of that size. */
export async function segment(session, pixels) {
  const count = WIDTH * HEIGHT;
  const rgb = new Float32Array(3 * count);
  for (let i = 0; i < count; i++) {
    for (let channel = 0; channel < 3; channel++) rgb[channel * count + i] = pixels.data[4 * i + channel];
  }
  const answers = await session.run({ rgb: new ort.Tensor("float32", rgb, [1, 3, HEIGHT, WIDTH]) });
  return answers.mask.data;
}
