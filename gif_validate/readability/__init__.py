"""Machine readability (機械可読性): the 30 rules of the Digital Agency in three levels, and the 15 of the Ministry of Internal Affairs.

`sheet` gives the cells of a file with their places, `layout` finds the table in them, `columns` says what each column holds. The checks
(`of_files`, `of_layout`, `of_cells`, `of_columns`, `of_workbooks`) say what they see; `judge` runs them, `score` counts.
"""
