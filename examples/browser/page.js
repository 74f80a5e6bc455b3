// Shows a camera or a video with its background blurred. A frame without a mask is never drawn.
import { HEIGHT, WIDTH, load, segment } from "./segmenter.js";

const picture = document.getElementById("picture");
const status = document.getElementById("status");
const screen = picture.getContext("2d");
const small = new OffscreenCanvas(WIDTH, HEIGHT).getContext("2d", { willReadFrequently: true });
const person = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
const video = document.createElement("video");
video.muted = true;
video.loop = true;
video.playsInline = true;

const session = await load();

document.getElementById("camera").onclick = async () => {
  video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { width: 1280, height: 720 } });
  await start();
};
document.getElementById("file").onchange = async (event) => {
  video.srcObject = null;
  video.src = URL.createObjectURL(event.target.files[0]);
  await start();
};

let running = false;

async function start() {
  await video.play();
  if (!running) {
    running = true;
    await next();
  }
}

async function next() {
  const started = performance.now();
  // The frame is held while it is segmented, so that the mask belongs to it.
  const frame = await createImageBitmap(video);
  small.drawImage(frame, 0, 0, WIDTH, HEIGHT);
  const mask = await segment(session, small.getImageData(0, 0, WIDTH, HEIGHT));
  draw(frame, mask);
  frame.close();
  status.textContent = `${(performance.now() - started).toFixed(0)} ms a frame`;
  requestAnimationFrame(next);
}

function draw(frame, mask) {
  const alpha = new ImageData(WIDTH, HEIGHT);
  for (let i = 0; i < mask.length; i++) alpha.data[4 * i + 3] = 255 * mask[i];
  small.putImageData(alpha, 0, 0);
  const { width, height } = picture;
  person.globalCompositeOperation = "copy";
  person.drawImage(small.canvas, 0, 0, width, height);
  person.globalCompositeOperation = "source-in";
  person.drawImage(frame, 0, 0, width, height);
  screen.filter = "blur(16px)";
  screen.drawImage(frame, 0, 0, width, height);
  screen.filter = "none";
  screen.drawImage(person.canvas, 0, 0);
}
