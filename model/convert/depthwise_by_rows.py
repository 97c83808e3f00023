"""Writes a small depthwise convolution as products of matrices: three to four times as fast under WebAssembly.

onnxruntime's WebAssembly build has no kernel of its own for a depthwise convolution: it gathers the neighbours of
every pixel row by row, which for rows of 7 or 14 pixels costs more than the arithmetic. But it multiplies matrices
without gathering anything when the kernel is as wide as the picture and nothing is padded (MlasConvPrepare in its
convolve.cpp). So each channel gets one such kernel per output column: the same weights at that column's place, zeros
elsewhere. The zeros are multiplied too, and it still wins.
"""

import numpy
from graph_builder import same_padding


def depthwise_by_rows(builder, source, parameters, shape, name):
    """Appends a depthwise convolution with ReLU6; returns its output [1, channels * outputs, outputs, 1].

    `shape` is (channels, size, side, stride): height and width of the picture, and of the kernel. Each output column
    is a channel of its own: the picture comes out with its axes swapped.
    With a stride of 2 every two rows count as one long row, so that the kernel still steps by 1.
    """
    channels, size, side, stride = shape
    kernel, bias = parameters
    before, _, outputs = same_padding(size, side, stride)
    above = -(-before // stride) * stride
    lines = -(-(above - before + side) // stride)
    below = (outputs - 1 + lines) * stride - size - above
    spread = builder.shared_constant(
        f"spread_{side}_over_{size}_by_{stride}", lambda: _spread(size, side, stride, (lines * stride, above - before))
    )
    # Constant nodes make the wide kernels from the small ones. A runtime folds these as it loads the graph, so the file
    # stays small; a product with zeros and ones costs it less than any row of copies, whose every step it keeps.
    weight = builder.constant(f"{name}.weight", kernel)
    taps = builder.reshape(weight, [channels, side * side], f"{name}.taps")
    placed = builder.node("MatMul", [taps, spread], f"{name}.placed")
    wide = builder.reshape(placed, [channels * outputs, 1, lines, stride * size], f"{name}.wide")
    biases = builder.constant(f"{name}.bias", numpy.repeat(bias, outputs))
    flat = builder.reshape(source, [1, channels, size * size], f"{name}.flat")
    # Padded as a list of pixels: a padded picture would be merged into the convolution, and nothing gained.
    margins = builder.constant(f"{name}.margins", [0, 0, above * size, 0, 0, below * size], "<i8")
    padded = builder.node("Pad", [flat, margins], f"{name}.padded")
    height = (size + above + below) // stride
    rows = builder.reshape(padded, [1, channels, height, stride * size], f"{name}.rows")
    columns = builder.node("Conv", [rows, wide, biases], name, kernel_shape=[lines, stride * size], group=channels)
    return builder.relu6(columns, name)


def _spread(size, side, stride, lines):
    """Returns [side * side, outputs * lines * size]: 1 where a tap meets (output column, kernel line, input column).

    `lines` is how many lines the wide kernel has, and which of them is the first of the small one.
    """
    before, _, outputs = same_padding(size, side, stride)
    count, first = lines
    spread = numpy.zeros((side, side, outputs, count, size), "f4")
    for line in range(side):
        for tap in range(side):
            for column in range(outputs):
                source = column * stride + tap - before
                if 0 <= source < size:
                    spread[line, tap, column, first + line, source] = 1
    return spread.reshape(side * side, outputs * count * size)
