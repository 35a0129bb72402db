"""Under Spark the same rows come out, and a zip of the wheel is all that must be sent to the nodes."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pytest

from linter.batch.kernel import score_batch
from linter.batch.schema import INPUT, OUTPUT
from linter.batch.spark import map_batches, spark_schema

ROOT = Path(__file__).parents[2]
MISSING = [name for name in ("pyspark", "pandas") if importlib.util.find_spec(name) is None]
needs_spark = pytest.mark.skipif(
    bool(MISSING) or shutil.which("java") is None, reason="pyspark, pandas or java is missing"
)


def as_input(texts: tuple[str, ...]) -> pa.RecordBatch:
    rows = [
        {"id": f"{n:06}", "text": text, "part": (None, "indikator")[n % 2], "jabatan": (None, "Arsiparis", "")[n % 3]}
        for n, text in enumerate(texts)
    ]
    return pa.RecordBatch.from_pylist(rows, schema=INPUT)


def test_the_schema_is_told_in_the_words_of_spark() -> None:
    told = spark_schema()
    assert told.startswith("`id` string, `status` string, ")
    assert "`semu` boolean, `confidence` float, " in told
    assert "`runners` array<string>, `findings` array<struct<`code`: string, " in told
    assert "`start`: int, `end`: int>>, " in told
    assert told.endswith("`engine` string, `rules` string")


def test_batches_are_mapped_one_by_one(texts: tuple[str, ...]) -> None:
    whole = as_input(texts[:30])
    told = list(map_batches(iter([whole.slice(0, 10), whole.slice(10, 0), whole.slice(10)])))
    assert [batch.num_rows for batch in told] == [10, 0, 20]
    assert pa.Table.from_batches(told).equals(pa.Table.from_batches([score_batch(whole)]))


@needs_spark
@pytest.mark.slow
def test_spark_gives_the_same_rows(texts: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    from pyspark.sql import SparkSession

    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    given = as_input((texts * 2)[:2_000])
    expected = sorted(score_batch(given).to_pylist(), key=lambda row: row["id"])
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    spark = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", "300").getOrCreate()
    try:
        columns = ", ".join(f"`{name}` string" for name in INPUT.names)
        frame = spark.createDataFrame([tuple(row.values()) for row in given.to_pylist()], columns).repartition(2)
        told = frame.mapInArrow(map_batches, spark_schema())
        assert told.schema.fieldNames() == OUTPUT.names
        rows = [row.asDict(recursive=True) for row in told.collect()]
    finally:
        spark.stop()
    assert sorted(rows, key=lambda row: row["id"]) == expected


@pytest.mark.slow
def test_a_zip_of_the_wheel_is_enough(tmp_path: Path) -> None:
    """What docs/klaster.md says: the wheel under the name .zip, put on sys.path as addPyFile does."""
    outside = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PIP_REQ", "SKPLINT"))
    }
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel", str(ROOT), "--no-deps"]
    subprocess.run(
        [*pip, "--no-build-isolation", "--no-index", "--wheel-dir", str(tmp_path)],
        check=True,
        capture_output=True,
        cwd=tmp_path,
        env=outside,
    )
    (wheel,) = tmp_path.glob("*.whl")
    archive = wheel.rename(tmp_path / "skplint.zip")
    program = (
        "import json, sys\n"
        f"sys.path.insert(0, {str(archive)!r})\n"
        "import linter\n"
        "from linter.batch.schema import pa\n"
        "from linter.batch.spark import map_batches, spark_schema\n"
        "batch = pa.record_batch({'id': ['1', '2'], 'text': ['Menyusun laporan', 'Izin terbit maksimal 4 hari kerja']})\n"
        "(told,) = map_batches(iter([batch]))\n"
        "print(json.dumps([linter.__file__, spark_schema(), told.to_pylist()]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=tmp_path, env=outside
    )
    place, schema, rows = json.loads(done.stdout)
    given = pa.record_batch({"id": ["1", "2"], "text": ["Menyusun laporan", "Izin terbit maksimal 4 hari kerja"]})
    assert place.startswith(str(archive))
    assert schema == spark_schema()
    assert rows == score_batch(given).to_pylist()
