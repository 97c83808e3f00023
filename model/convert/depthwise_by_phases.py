"""Writes a large stride-2 depthwise convolution so that it steps by 1 along a row.

Stepping by 2, onnxruntime's WebAssembly build gathers pixel by pixel; stepping by 1, four at a time. So even and odd
columns become two rows, one above the other, before the picture gets its many channels; the kernel then has a line
for each, and steps over 4 rows instead of 2.
"""

import numpy
from graph_builder import same_padding

STRIDE = 2


def split_phases(builder, source, size, channels, name):
    """Returns [1, channels, 2 * size, size / 2]: below each row's even columns its odd ones."""
    half = size // STRIDE
    pairs = builder.reshape(source, [1, channels * size, half, STRIDE], f"{name}.pairs")
    phases = builder.node("Transpose", [pairs], f"{name}.phases", perm=[0, 1, 3, 2])
    return builder.reshape(phases, [1, channels, STRIDE * size, half], f"{name}.split")


def depthwise_by_phases(builder, source, parameters, shape, name):
    """Appends a stride-2 depthwise convolution of a split picture with ReLU6; the output is an ordinary picture.

    `shape` is (channels, size, side, 2): height and width of the picture before it was split, and of the kernel.
    """
    channels, size, side, _ = shape
    kernel, bias = parameters
    before, after, _ = same_padding(size, side, STRIDE)
    # Column 2 * x - before + tap of the picture is column x + step of the phase.
    steps, phases = zip(*(divmod(tap - before, STRIDE) for tap in range(side)))
    phased = numpy.zeros((channels, 1, side * STRIDE, max(steps) - min(steps) + 1))
    for tap, (step, phase) in enumerate(zip(steps, phases)):
        phased[:, :, phase::STRIDE, step - min(steps)] = kernel[:, :, :, tap]
    inputs = [source, builder.constant(f"{name}.weight", phased), builder.constant(f"{name}.bias", bias)]
    output = builder.node(
        "Conv",
        inputs,
        name,
        kernel_shape=list(phased.shape[2:]),
        strides=[STRIDE * STRIDE, 1],
        pads=[before * STRIDE, -min(steps), after * STRIDE, max(steps)],
        group=channels,
    )
    return builder.relu6(output, name)
