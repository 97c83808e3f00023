"""Writes a pointwise convolution of a small picture as one product of matrices, with the pixels as its rows.

A convolution has the pixels as columns, which are packed into blocks of 16 at every run: 49 pixels fill four of them
badly. As rows they need no packing, and the weights are packed once, when the graph is loaded.
"""

# Where each output axis (batch, channel, y, x) stands in [1, first, second, channels].
AXES = {"rows": [0, 3, 1, 2], "columns": [0, 3, 2, 1]}


def pointwise_by_product(builder, source, parameters, size, layout, name):
    """Appends a pointwise convolution without activation.

    `layout` tells the order of the source's pixels, "rows" or "columns", and the output is [1, outputs, size, size];
    or it is "pixels": any order, kept, and the output is [size * size, outputs].
    """
    kernel, bias = parameters
    outputs, channels = kernel.shape[:2]
    weight = builder.constant(f"{name}.weight", kernel.reshape(outputs, channels).T)
    pixels = builder.reshape(source, [channels, size * size], f"{name}.pixels")
    inputs = [pixels, weight, builder.constant(f"{name}.bias", bias)]
    product = builder.node("Gemm", inputs, name, transA=1)
    if layout == "pixels":
        return product
    picture = builder.reshape(product, [1, size, size, outputs], f"{name}.picture")
    return builder.node("Transpose", [picture], f"{name}.map", perm=AXES[layout])
