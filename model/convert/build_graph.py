"""Builds EfficientNet-Lite0 as an ONNX graph with the batch norms folded into the convolutions."""

from depthwise_by_phases import depthwise_by_phases, split_phases
from depthwise_by_rows import depthwise_by_rows
from graph_builder import GraphBuilder, same_padding
from onnx import TensorProto, helper
from pointwise_by_product import pointwise_by_product

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

# Where another form of a layer is faster under WebAssembly: measured, see docs/performance.md. Pictures up to SMALL
# pixels high and wide have rows too short to be gathered one by one; from LARGE on a step of 2 along a row costs most.
SMALL = 14
LARGE = 56


def build_graph(weights, plain=False):
    """Builds the ONNX graph: `input` float32 [1, 3, 224, 224] to `logits` float32 [1, 1000].

    `plain` writes each layer as the one node that it is by its name, as a native runtime likes it best. Otherwise
    some layers take a form that WebAssembly runs faster; the logits are the same but for rounding.
    """
    builder = GraphBuilder(weights)
    name, size = convolution(builder, "input", INPUT_SIZE, "_conv_stem", "_bn0", stride=2)
    channels, block = 32, 0
    for repeats, side, stride, expansion, outputs in STAGES:
        for repeat in range(repeats):
            layer = f"_blocks.{block}"
            shape = (side, stride if repeat == 0 else 1, expansion, channels, outputs)
            name, size = inverted_residual(builder, name, size, layer, shape, plain)
            channels, block = outputs, block + 1
    classify(builder, name, size, plain)
    return helper.make_graph(
        builder.nodes,
        "efficientnet-lite0",
        [helper.make_tensor_value_info("input", TensorProto.FLOAT, [1, 3, INPUT_SIZE, INPUT_SIZE])],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, [1, CLASSES])],
        builder.initializers,
    )


def inverted_residual(builder, source, size, layer, shape, plain):
    """Appends a block; returns the name and the size of its output."""
    side, stride, expansion, inputs, outputs = shape
    channels = inputs * expansion
    phased = stride == 2 and size >= LARGE and not plain
    by_rows = size <= SMALL and not plain
    # The norms count on from what a block has: without an expansion its first one is the depthwise one's.
    norms = iter(f"{layer}._bn{number}" for number in range(0 if expansion > 1 else 1, 3))
    name = split_phases(builder, source, size, inputs, plain_name(layer)) if phased else source
    if expansion > 1:
        name, _ = convolution(builder, name, size, f"{layer}._expand_conv", next(norms))
    depthwise, norm = f"{layer}._depthwise_conv", next(norms)
    if phased or by_rows:
        form = depthwise_by_phases if phased else depthwise_by_rows
        dimensions = (channels, size, side, stride)
        name = form(builder, name, builder.folded(depthwise, norm), dimensions, plain_name(depthwise))
        size //= stride
    else:
        name, size = convolution(builder, name, size, depthwise, norm, stride=stride, groups=channels)
    project, norm = f"{layer}._project_conv", next(norms)
    if size <= SMALL and not plain:
        layout = "columns" if by_rows else "rows"
        name = pointwise_by_product(builder, name, builder.folded(project, norm), size, layout, plain_name(project))
    else:
        name, _ = convolution(builder, name, size, project, norm, relu6=False)
    if stride == 1 and inputs == outputs:
        name = builder.node("Add", [name, source], f"{plain_name(layer)}.add")
    return name, size


def convolution(builder, source, size, layer, norm, stride=1, groups=1, relu6=True):
    """Appends a convolution, its batch norm folded in, and unless told otherwise ReLU6; returns (name, size)."""
    kernel, bias = builder.folded(layer, norm)
    side = kernel.shape[2]
    before, after, output_size = same_padding(size, side, stride)
    name = plain_name(layer)
    output = builder.node(
        "Conv",
        [source, builder.constant(f"{name}.weight", kernel), builder.constant(f"{name}.bias", bias)],
        name,
        kernel_shape=[side, side],
        strides=[stride, stride],
        pads=[before, before, after, after],
        group=groups,
    )
    return (builder.relu6(output, name) if relu6 else output), output_size


def classify(builder, source, size, plain):
    """Appends the head: a pointwise convolution, the mean of all pixels, and one logit for each class."""
    if plain:
        name, _ = convolution(builder, source, size, "_conv_head", "_bn1")
        name = builder.node("GlobalAveragePool", [name], "pool")
        name = builder.node("Flatten", [name], "features", axis=1)
    else:
        parameters = builder.folded("_conv_head", "_bn1")
        name = builder.relu6(pointwise_by_product(builder, source, parameters, size, "pixels", "conv_head"), "conv_head")
        name = builder.node("ReduceMean", [name], "features", axes=[0], keepdims=1)
    # Stored as the matrix product needs it: no runtime has to transpose 5 MB at its start.
    kernel = builder.constant("fc.weight", builder.weights["_fc.weight"].T)
    builder.node("Gemm", [name, kernel, builder.constant("fc.bias", builder.weights["_fc.bias"])], "logits")


def plain_name(layer):
    """Names a layer without torch's underscores."""
    return layer.lstrip("_").replace("._", ".")
