"""Collects the nodes and weights of an ONNX graph."""

import numpy
from onnx import helper, numpy_helper

BATCH_NORM_EPSILON = 1e-3


class GraphBuilder:
    """Appends nodes one behind the other; each node bears the name of its output."""

    def __init__(self, weights):
        self.weights = weights
        self.nodes = []
        self.initializers = []
        self.constant("relu6_min", numpy.float32(0))
        self.constant("relu6_max", numpy.float32(6))

    def constant(self, name, array, dtype="<f4"):
        # Not numpy.ascontiguousarray: it makes an array of one number out of a number.
        self.initializers.append(numpy_helper.from_array(numpy.asarray(array, dtype, order="C"), name))
        return name

    def shared_constant(self, name, make):
        """Adds a constant once, however often it is asked for."""
        if all(constant.name != name for constant in self.initializers):
            self.constant(name, make())
        return name

    def node(self, operator, inputs, name, **attributes):
        self.nodes.append(helper.make_node(operator, inputs, [name], name=name, **attributes))
        return name

    def reshape(self, source, shape, name):
        return self.node("Reshape", [source, self.constant(f"{name}.shape", shape, "<i8")], name)

    def relu6(self, source, name):
        return self.node("Clip", [source, "relu6_min", "relu6_max"], f"{name}.relu6")

    def folded(self, layer, norm):
        """Returns a convolution's kernel and bias with its batch norm folded in."""
        kernel = self.weights[f"{layer}.weight"].astype("f8")
        gamma, beta, mean, variance = (
            self.weights[f"{norm}.{part}"].astype("f8")
            for part in ("weight", "bias", "running_mean", "running_var")
        )
        scale = gamma / numpy.sqrt(variance + BATCH_NORM_EPSILON)
        return kernel * scale[:, None, None, None], beta - mean * scale


def same_padding(size, side, stride):
    """Returns TensorFlow's SAME padding (before, after) and the output's size: the odd pixel goes behind."""
    output_size = -(-size // stride)
    padding = max((output_size - 1) * stride + side - size, 0)
    return padding // 2, padding - padding // 2, output_size
