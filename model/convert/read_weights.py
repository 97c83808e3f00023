"""Reads the weights of a legacy torch pickle without torch."""

import collections
import pickle

import numpy

ELEMENT_TYPES = {"FloatStorage": "<f4", "LongStorage": "<i8"}


class _Tensor(collections.namedtuple("_Tensor", "storage offset shape strides")):
    """A view into a storage whose bytes follow later in the file."""


def _rebuild_tensor(storage, offset, shape, strides, *_):
    return _Tensor(storage, offset, shape, strides)


class _StateDictUnpickler(pickle.Unpickler):
    """Resolves only the four names that a state dict needs, so that the pickle cannot run other code."""

    def find_class(self, module, name):
        if (module, name) == ("collections", "OrderedDict"):
            return collections.OrderedDict
        if (module, name) == ("torch._utils", "_rebuild_tensor_v2"):
            return _rebuild_tensor
        if module == "torch" and name in ELEMENT_TYPES:
            return ELEMENT_TYPES[name]
        raise pickle.UnpicklingError(f"weights: unexpected {module}.{name} in the pickle")

    def persistent_load(self, identifier):
        kind, element_type, key, _device, count, *_ = identifier
        assert kind == "storage", f"weights: expected a storage, got {kind}"
        return key, element_type, count


def read_weights(path):
    """Reads {name: array} from `path`.

    Layout of the legacy format (torch.serialization._legacy_save): three header pickles (magic number,
    protocol version, system information), the state dict, the list of storage keys, then for each key
    an int64 element count and the raw little-endian elements.
    """
    with open(path, "rb") as file:
        for _ in range(3):
            _StateDictUnpickler(file).load()
        state = _StateDictUnpickler(file).load()
        keys = _StateDictUnpickler(file).load()
        types = {tensor.storage[0]: tensor.storage[1] for tensor in state.values()}
        storages = {}
        for key in keys:
            count = int(numpy.frombuffer(file.read(8), "<i8")[0])
            dtype = numpy.dtype(types[key])
            storages[key] = numpy.frombuffer(file.read(count * dtype.itemsize), dtype)
        assert not file.read(1), "weights: bytes left over behind the last storage"
    return {name: _materialise(tensor, storages) for name, tensor in state.items()}


def _materialise(tensor, storages):
    flat = storages[tensor.storage[0]][tensor.offset :]
    # The recorded strides are not those of a contiguous array: the weights came from TensorFlow's layout.
    strides = [stride * flat.itemsize for stride in tensor.strides]
    return numpy.ascontiguousarray(numpy.lib.stride_tricks.as_strided(flat, tensor.shape, strides))
