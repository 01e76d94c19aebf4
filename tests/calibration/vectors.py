"""Vectors of words from a sentence-transformers model in ONNX form."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from sklearn.decomposition import PCA
from tokenizers import Tokenizer

_DIMENSIONS = 256
_AT_ONCE = 256


def vectors(words: Sequence[str], folder: Path) -> npt.NDArray[np.float64]:
    """A vector for each word read by itself, of mean length 1, in fewer dimensions than the model's."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.enable_padding()
    session = onnxruntime.InferenceSession(
        folder / "model.onnx", providers=["CPUExecutionProvider"]
    )
    wanted = {one.name for one in session.get_inputs()}
    parts = []
    for first in range(0, len(words), _AT_ONCE):
        read = tokenizer.encode_batch(list(words[first : first + _AT_ONCE]))
        mask = np.array([one.attention_mask for one in read], np.int64)
        ids = np.array([one.ids for one in read], np.int64)
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        states = session.run(None, {name: given[name] for name in wanted})[0]
        parts.append((states * mask[..., None]).sum(1) / mask.sum(1, keepdims=True))
    found = PCA(_DIMENSIONS, random_state=0).fit_transform(np.concatenate(parts))
    return np.asarray(found / np.sqrt((found**2).sum(1).mean()))
