"""The sheets of the workbook take their headings from the dictionary, once."""

from dagster_project.dictionary import sheet_layouts, table


def test_a_column_of_a_table_is_headed_by_its_label():
    for sheet in sheet_layouts():
        labels = {c.name: c.label_nl for c in table(sheet.table).columns}
        assert all(f.heading == labels[f.name] for f in sheet.fields if f.name in labels)


def test_no_two_columns_of_a_sheet_have_one_heading_and_each_is_explained():
    for sheet in sheet_layouts():
        headings = [f.heading for f in sheet.fields]
        assert len(set(headings)) == len(headings), sheet.title
        assert all(f.meaning for f in sheet.fields)
