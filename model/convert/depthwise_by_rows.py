"""Writes a small depthwise convolution as products of matrices: three to four times as fast under WebAssembly.

onnxruntime's WebAssembly build has no kernel of its own for a depthwise convolution: it gathers the neighbours of
every pixel row by row, which for rows of 7 or 14 pixels costs more than the arithmetic. But it multiplies matrices
without gathering anything when the kernel is as wide as the picture and nothing is padded (MlasConvPrepare in its
convolve.cpp). So each channel gets one such kernel per output column: the same weights at that column's place, zeros
elsewhere. The zeros are multiplied too, and it still wins.
"""

import numpy


def depthwise_by_rows(builder, source, parameters, shape, name):
    """Appends a stride-1 depthwise convolution with ReLU6; returns its output [1, channels * size, size, 1].

    `shape` is (channels, size, side): height and width of the picture, and of the kernel. Each output column is a
    channel of its own: the picture comes out with its axes swapped.
    """
    channels, size, side = shape
    kernel, bias = parameters
    wide = _wide_kernels(builder, builder.constant(f"{name}.weight", kernel), shape, name)
    biases = builder.constant(f"{name}.bias", numpy.repeat(bias, size))
    margin = side // 2 * size
    flat = builder.reshape(source, [1, channels, size * size], f"{name}.flat")
    # Padded as a list of pixels: a padded picture would be merged into the convolution, and nothing gained.
    margins = builder.constant(f"{name}.margins", [0, 0, margin, 0, 0, margin], "<i8")
    padded = builder.node("Pad", [flat, margins], f"{name}.padded")
    rows = builder.reshape(padded, [1, channels, size + side // 2 * 2, size], f"{name}.rows")
    columns = builder.node("Conv", [rows, wide, biases], name, kernel_shape=[side, size], group=channels)
    return builder.relu6(columns, name)


def _wide_kernels(builder, weight, shape, name):
    """Returns kernels [channels * size, 1, side, size].

    Constant nodes make them from the small ones. A runtime folds these as it loads the graph, so the file stays small;
    a product with zeros and ones costs it less than any row of copies, whose every step it keeps for a while.
    """
    channels, size, side = shape
    taps = builder.reshape(weight, [channels, side * side], f"{name}.taps")
    spread = builder.shared_constant(f"spread_{side}_over_{size}", lambda: _spread(size, side))
    placed = builder.node("MatMul", [taps, spread], f"{name}.placed")
    return builder.reshape(placed, [channels * size, 1, side, size], f"{name}.wide")


def _spread(size, side):
    """Returns [side * side, size * side * size]: 1 where a tap meets (output column, kernel line, input column)."""
    spread = numpy.zeros((side, side, size, side, size), "f4")
    for line in range(side):
        for tap in range(side):
            for column in range(size):
                source = column + tap - side // 2
                if 0 <= source < size:
                    spread[line, tap, column, line, source] = 1
    return spread.reshape(side * side, size * side * size)
