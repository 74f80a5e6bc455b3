// Masks a picture with one of the engine's models, by the OpenVINO that the Python wheel brings.
// usage: mask_picture model.pdmodel picture.ppm mask.pgm
#include <cmath>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

#include <openvino/openvino.hpp>

namespace {

constexpr std::size_t kWidth = 256, kHeight = 144;

struct Picture {
  std::size_t width, height;
  std::vector<std::uint8_t> rgb;  // [height, width, 3]
};

Picture read_ppm(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string kind;
  std::size_t width = 0, height = 0, highest = 0;
  if (!(file >> kind >> width >> height >> highest) || kind != "P6" || highest != 255)
    throw std::runtime_error(path + " is no binary PPM of 8 bits");
  file.get();
  Picture picture{width, height, std::vector<std::uint8_t>(3 * width * height)};
  if (!file.read(reinterpret_cast<char*>(picture.rgb.data()), static_cast<std::streamsize>(picture.rgb.size())))
    throw std::runtime_error(path + " ends too early");
  return picture;
}

void write_pgm(const std::string& path, const std::vector<float>& alpha) {
  std::ofstream file(path, std::ios::binary);
  file << "P5\n" << kWidth << " " << kHeight << "\n255\n";
  for (const float value : alpha) file.put(static_cast<char>(std::lround(255 * value)));
  if (!file.flush()) throw std::runtime_error(path + " can't be written");
}

// The person's probability, [kHeight, kWidth], of a picture of any size.
std::vector<float> mask_of(const std::string& model_path, const Picture& picture) {
  ov::Core core;
  auto model = core.read_model(model_path);
  model->reshape(ov::PartialShape{1, 3, kHeight, kWidth});
  ov::preprocess::PrePostProcessor steps(model);
  steps.input()
      .tensor()
      .set_element_type(ov::element::u8)
      .set_layout("NHWC")
      .set_spatial_static_shape(picture.height, picture.width);
  steps.input()
      .preprocess()
      .convert_element_type(ov::element::f32)
      .resize(ov::preprocess::ResizeAlgorithm::RESIZE_LINEAR)
      .mean(127.5f)
      .scale(127.5f);
  steps.input().model().set_layout("NCHW");
  auto compiled = core.compile_model(steps.build(), "CPU", ov::inference_num_threads(1),
                                     ov::hint::inference_precision(ov::element::f32));
  auto request = compiled.create_infer_request();
  auto* pixels = const_cast<std::uint8_t*>(picture.rgb.data());
  request.set_input_tensor(ov::Tensor(ov::element::u8, {1, picture.height, picture.width, 3}, pixels));
  request.infer();
  const ov::Tensor answer = request.get_output_tensor();  // softmax [1, 2, h, w]; channel 1 is the person
  const ov::Shape shape = answer.get_shape();
  if (shape.size() != 4 || shape[1] != 2 || shape[2] != kHeight || shape[3] != kWidth)
    throw std::runtime_error("the model answers no two classes of " + std::to_string(kWidth) + " pixels a row");
  const float* person = answer.data<float>() + kWidth * kHeight;
  return {person, person + kWidth * kHeight};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: mask_picture model.pdmodel picture.ppm mask.pgm\n";
    return 2;
  }
  try {
    write_pgm(argv[3], mask_of(argv[1], read_ppm(argv[2])));
  } catch (const std::exception& error) {
    std::cerr << "mask_picture: " << error.what() << "\n";
    return 1;
  }
}
