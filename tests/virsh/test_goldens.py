# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the incumbent's shell said, once; ours must say it with whatever library it is linked to."""
import json
import pathlib

import pytest

import shell_runner

GOLDENS = json.loads(pathlib.Path(__file__).with_name("goldens.json").read_text())

pytestmark = pytest.mark.skipif(not shell_runner.ours(), reason="no virsh has been built")


@pytest.mark.parametrize("case", list(GOLDENS))
def test_golden(case, tmp_path):
    files = shell_runner.write_files(tmp_path)
    done = shell_runner.run(shell_runner.ours(), shell_runner.words(json.loads(case), files), tmp_path)
    assert shell_runner.outcome(done) == GOLDENS[case]
