"""Builds EfficientNet-Lite0 as an ONNX graph with the batch norms folded into the convolutions."""

import numpy
from onnx import TensorProto, helper, numpy_helper

BATCH_NORM_EPSILON = 1e-3
INPUT_SIZE = 224
CLASSES = 1000

# (repeats, kernel, stride, expansion, output channels) of the seven stages; the same as EfficientNet-B0
# without squeeze-and-excite. Source: efficientnet_lite_builder.py in github.com/tensorflow/tpu.
STAGES = [
    (1, 3, 1, 1, 16),
    (2, 3, 2, 6, 24),
    (2, 5, 2, 6, 40),
    (3, 3, 2, 6, 80),
    (3, 5, 1, 6, 112),
    (4, 5, 2, 6, 192),
    (1, 3, 1, 6, 320),
]


class GraphBuilder:
    """Appends layers one behind the other and keeps their weights."""

    def __init__(self, weights):
        self.weights = weights
        self.nodes = []
        self.initializers = [
            numpy_helper.from_array(numpy.float32(0), "relu6_min"),
            numpy_helper.from_array(numpy.float32(6), "relu6_max"),
        ]

    def constant(self, name, array):
        self.initializers.append(numpy_helper.from_array(numpy.ascontiguousarray(array, "<f4"), name))
        return name

    def node(self, operator, inputs, name, **attributes):
        self.nodes.append(helper.make_node(operator, inputs, [name], name=name, **attributes))
        return name

    def convolution(self, source, size, layer, norm, stride=1, groups=1, relu6=True):
        """Appends convolution, folded batch norm and, unless told otherwise, ReLU6; returns (name, size)."""
        kernel, bias = self._folded(layer, norm)
        side = kernel.shape[2]
        output_size = -(-size // stride)
        # TensorFlow's SAME: the odd pixel of padding goes behind.
        padding = max((output_size - 1) * stride + side - size, 0)
        before, after = padding // 2, padding - padding // 2
        name = layer.lstrip("_").replace("._", ".")
        output = self.node(
            "Conv",
            [source, self.constant(f"{name}.weight", kernel), self.constant(f"{name}.bias", bias)],
            name,
            kernel_shape=[side, side],
            strides=[stride, stride],
            pads=[before, before, after, after],
            group=groups,
        )
        if relu6:
            output = self.node("Clip", [output, "relu6_min", "relu6_max"], f"{name}.relu6")
        return output, output_size

    def _folded(self, layer, norm):
        kernel = self.weights[f"{layer}.weight"].astype("f8")
        gamma, beta, mean, variance = (
            self.weights[f"{norm}.{part}"].astype("f8")
            for part in ("weight", "bias", "running_mean", "running_var")
        )
        scale = gamma / numpy.sqrt(variance + BATCH_NORM_EPSILON)
        return kernel * scale[:, None, None, None], beta - mean * scale

    def inverted_residual(self, source, size, prefix, stride, expansion, inputs, outputs):
        name, middle = source, size
        # The norms count on from what a block has: without an expansion its first one is the depthwise one's.
        norms = iter(f"{prefix}._bn{number}" for number in range(0 if expansion > 1 else 1, 3))
        if expansion > 1:
            name, _ = self.convolution(name, size, f"{prefix}._expand_conv", next(norms))
        channels = inputs * expansion
        name, middle = self.convolution(
            name, size, f"{prefix}._depthwise_conv", next(norms), stride=stride, groups=channels
        )
        name, _ = self.convolution(name, middle, f"{prefix}._project_conv", next(norms), relu6=False)
        if stride == 1 and inputs == outputs:
            name = self.node("Add", [name, source], f"{prefix.lstrip('_')}.add")
        return name, middle


def build_graph(weights):
    """Builds the ONNX graph: `input` float32 [1, 3, 224, 224] to `logits` float32 [1, 1000]."""
    builder = GraphBuilder(weights)
    name, size = builder.convolution("input", INPUT_SIZE, "_conv_stem", "_bn0", stride=2)
    channels, block = 32, 0
    for repeats, _kernel, stride, expansion, outputs in STAGES:
        for repeat in range(repeats):
            name, size = builder.inverted_residual(
                name, size, f"_blocks.{block}", stride if repeat == 0 else 1, expansion, channels, outputs
            )
            channels, block = outputs, block + 1
    name, _ = builder.convolution(name, size, "_conv_head", "_bn1")
    name = builder.node("GlobalAveragePool", [name], "pool")
    name = builder.node("Flatten", [name], "features", axis=1)
    # Stored as the matrix product needs it: no runtime has to transpose 5 MB at its start.
    kernel = builder.constant("fc.weight", weights["_fc.weight"].T)
    bias = builder.constant("fc.bias", weights["_fc.bias"])
    builder.node("Gemm", [name, kernel, bias], "logits")
    return helper.make_graph(
        builder.nodes,
        "efficientnet-lite0",
        [helper.make_tensor_value_info("input", TensorProto.FLOAT, [1, 3, INPUT_SIZE, INPUT_SIZE])],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, [1, CLASSES])],
        builder.initializers,
    )
