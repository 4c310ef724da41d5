import subprocess
import sys
from pathlib import Path


def test_imports_go_one_way() -> None:
    lint_imports = Path(sys.executable).parent / "lint-imports"
    result = subprocess.run([lint_imports], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout
