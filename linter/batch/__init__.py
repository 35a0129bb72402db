"""Many texts and many documents: a kernel over record batches, a pool of workers, and what a batch amounts to."""
