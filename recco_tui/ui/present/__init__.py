"""Values of core as lines of spans and as words: one place for each thing that is shown."""
