"""A country whose truth is known: raw deliveries of a whole country, together with the truth behind them.

Belongs here: the real country (`world`), what is true in it (`population`), who sees what of it with which faults
(`sources`), the files that they write (`files`, in the formats of `writers`), the truth on disk (`truth`), and faults
that are planted in the files on demand (`plants`). Does not belong here: reading any of it back; this room knows only
the dictionary, the workspace, the organisations and the reading of vocabularies, so that nothing of the pipeline can
leak into its own test.
"""

import lazy_loader as lazy

__getattr__, __dir__, __all__ = lazy.attach(
    __name__,
    submod_attrs={
        "files.parallel": ["results_in_order"],
        "model": ["Observation", "PlantedFault", "Population", "TrueCollaboration", "TrueEvent"],
        "population.draw": ["build_population"],
        "plants.catalogue": ["plant_kinds"],
        "run": ["Summary", "simulate", "simulate_many"],
        "sources.budgets.layouts": ["layouts"],
        "truth.calibration": ["CalibrationRow", "calibration_lines", "calibration_table"],
        "world.organisations": ["official_name", "name_with_kind", "listed_name", "predecessors"],
    },
)
