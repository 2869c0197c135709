//! The mapping file of the command line: which heading is which field, as TOML.
//!
//! ```toml
//! sheet = "Membres"
//! header_row = 4          # 0: there are no headings, columns are named A, B, C …
//! date = "dmy"
//! decimal = ","
//! [columns]
//! "Nom" = "surname"
//! "Chef de puits" = ""    # left out
//! ```
//!
//! What is not named is left out; without `[columns]` they are guessed.

use super::{
    layout::{self, Layout},
    sheet::{Sheet, Showing},
};
use crate::domain::{
    Text,
    day::Order,
    fold::fold,
    member::{Field, Reading},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A mapping as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// The sheet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The row of the headings, from 1; 0: there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header_row: Option<usize>,
    /// How dates are written: `dmy`, `mdy` or `ymd`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// The sign before decimals; for lists of amounts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decimal: Option<String>,
    /// Heading to field; a blank field leaves the column out.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub columns: BTreeMap<String, String>,
}

/// A mapping under the name that somebody gave it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Saved {
    /// The name.
    pub name: String,
    /// The mapping, which names every heading of the list it was made for.
    pub mapping: Mapping,
}

/// The saved mapping whose headings a file has, all of them and no others: the place of the sheet, and how it is read.
/// Sheets that are hidden are not looked at; with `only` no other sheet is.
pub fn recognise<'a>(
    saved: &'a [Saved],
    sheets: &[Sheet],
    only: Option<usize>,
    reading: &Reading,
) -> Option<(&'a Saved, usize, Layout)> {
    let offered = |at: &usize| only.map_or(sheets[*at].showing == Showing::Visible, |only| only == *at);
    let places: Vec<usize> = (0..sheets.len()).filter(offered).collect();
    saved.iter().find_map(|saved| {
        let name = saved.mapping.sheet.as_deref().unwrap_or_default();
        let (same, other): (Vec<usize>, Vec<usize>) = places.iter().partition(|at| sheets[**at].name == name);
        let mut all = same.into_iter().chain(other);
        all.find_map(|at| Some((saved, at, saved.mapping.recognise(&sheets[at], *reading)?)))
    })
}

const ORDERS: [(&str, Order); 3] = [("dmy", Order::Dmy), ("mdy", Order::Mdy), ("ymd", Order::Ymd)];

impl Mapping {
    /// Reads a mapping file.
    ///
    /// # Errors
    /// What is wrong and what would be right: `err-import-map-form`, `-date`, `-decimal`, `-field`, `-twice`.
    pub fn parse(text: &str) -> Result<Self, Text> {
        Self::parse_for(text, &Field::ALL.iter().map(|field| field.code()).collect::<Vec<_>>())
    }

    /// The same for a list of something else, whose columns may be what `known` names.
    ///
    /// # Errors
    /// As [`Mapping::parse`].
    pub fn parse_for(text: &str, known: &[&str]) -> Result<Self, Text> {
        let mapping: Self = toml::from_str(text).map_err(|error| {
            let line = error.span().map_or(1, |span| text[..span.start.min(text.len())].matches('\n').count() + 1);
            Text::new("err-import-map-form").with("line", line).with("reason", error.message())
        })?;
        mapping.order()?;
        if let Some(decimal) = mapping.decimal.as_deref().filter(|d| !matches!(*d, "," | ".")) {
            return Err(Text::new("err-import-map-decimal").with("text", decimal));
        }
        let mut codes: Vec<&str> = Vec::new();
        for code in mapping.columns.values().map(|code| code.trim()).filter(|code| !code.is_empty()) {
            if !known.contains(&code) {
                let text = Text::new("err-import-map-field").with("text", code);
                return Err(text.with("known", known.join(", ")));
            }
            if codes.contains(&code) {
                return Err(Text::new("err-import-map-twice").with("field", code));
            }
            codes.push(code);
        }
        Ok(mapping)
    }

    /// The mapping that says what a layout says.
    pub fn of(sheet: &Sheet, layout: &Layout) -> Self {
        let columns = layout.columns.iter().enumerate().filter_map(|(at, field)| {
            let heading = layout.header_row.map_or_else(|| letters(at), |_| layout.headings[at].clone());
            Some((heading, (*field)?.code().to_owned()))
        });
        let date = ORDERS.iter().find(|(_, order)| *order == layout.order).map(|(code, _)| (*code).to_owned());
        Self {
            sheet: Some(sheet.name.clone()),
            header_row: Some(layout.header_row.unwrap_or(0)),
            date,
            decimal: None,
            columns: columns.collect(),
        }
    }

    /// The mapping that says of every heading what it is or that it is left out, so that the list is recognised when it
    /// comes again, whatever titles stand above it.
    pub fn whole(sheet: &Sheet, layout: &Layout) -> Self {
        let mut mapping = Self::of(sheet, layout);
        if layout.header_row.is_some() {
            mapping.header_row = None;
            for heading in layout.headings.iter().filter(|heading| !fold(heading).is_empty()) {
                mapping.columns.entry(heading.clone()).or_default();
            }
        }
        mapping
    }

    /// How a sheet is read, if its headings are those named here.
    fn recognise(&self, sheet: &Sheet, reading: Reading) -> Option<Layout> {
        let row = self.find_headings(sheet).filter(|_| self.header_row.is_none())?;
        let mut layout = layout::with_headings_at(sheet, Some(row), &reading);
        let is_named = |heading: &String| self.columns.keys().any(|name| fold(name) == fold(heading));
        if !layout.headings.iter().filter(|heading| !fold(heading).is_empty()).all(is_named) {
            return None;
        }
        self.assign(&mut layout, sheet, reading).ok()?;
        Some(layout)
    }

    /// Gives the columns of a layout the fields that are named here, and no others.
    fn assign(&self, layout: &mut Layout, sheet: &Sheet, reading: Reading) -> Result<(), Text> {
        layout.columns.fill(None);
        for (heading, code) in &self.columns {
            let column = column(layout, heading).ok_or_else(|| {
                let known: Vec<&str> = layout.headings.iter().map(String::as_str).filter(|h| !h.is_empty()).collect();
                Text::new("err-import-map-heading").with("heading", heading.as_str()).with("known", known.join(", "))
            })?;
            layout.assign(column, field(code)?);
        }
        layout.reorder(sheet, &reading);
        if let Some(order) = self.order()? {
            layout.order = order;
        }
        Ok(())
    }

    /// The field that a heading is here; `None` when it is left out, or not named.
    pub fn field(&self, heading: &str) -> Option<Field> {
        let code = self.columns.iter().find(|(name, _)| fold(name) == fold(heading)).map(|(_, code)| code)?;
        Field::from_code(code).ok()
    }

    /// The mapping as a file.
    pub fn write(&self) -> String {
        toml::to_string(self).expect("strings and a number have a form in TOML")
    }

    /// Which sheet is meant, by its place in `sheets`, and how it is read.
    ///
    /// # Errors
    /// A sheet or a heading that the file does not have: `err-import-sheet`, `err-import-map-heading`.
    pub fn apply(&self, sheets: &[Sheet], reading: &Reading) -> Result<(usize, Layout), Text> {
        let at = match &self.sheet {
            Some(name) => named(sheets, name)?,
            None => layout::choose(sheets, reading),
        };
        let sheet = &sheets[at];
        let mut found = match self.header_row.or_else(|| self.find_headings(sheet)) {
            None => layout::guess(sheet, reading),
            Some(row) => layout::with_headings_at(sheet, (row > 0).then_some(row), reading),
        };
        if self.columns.is_empty() {
            found.order = self.order()?.unwrap_or(found.order);
        } else {
            self.assign(&mut found, sheet, *reading)?;
        }
        Ok((at, found))
    }

    /// How dates are written, where it says so.
    ///
    /// # Errors
    /// `err-import-map-date` with what it says.
    pub(super) fn order(&self) -> Result<Option<Order>, Text> {
        let Some(code) = &self.date else { return Ok(None) };
        let known = ORDERS.iter().find(|(name, _)| name == code).map(|(_, order)| *order);
        known.map(Some).ok_or_else(|| Text::new("err-import-map-date").with("text", code.as_str()))
    }

    /// The first row that has all the headings named here.
    pub(super) fn find_headings(&self, sheet: &Sheet) -> Option<usize> {
        let wanted: Vec<String> = self.columns.keys().map(|heading| fold(heading)).collect();
        let has_all = |row: usize| {
            let headings: Vec<String> = layout::headings(sheet, row).iter().map(|h| fold(h)).collect();
            wanted.iter().all(|heading| headings.contains(heading))
        };
        let rows = sheet.lines.iter().take(layout::LOOK).map(|line| line.number);
        if wanted.is_empty() { None } else { rows.into_iter().find(|row| has_all(*row)) }
    }
}

/// The place of the sheet with that name; case and accents do not matter.
///
/// # Errors
/// `err-import-sheet` with the sheets there are.
pub fn named(sheets: &[Sheet], name: &str) -> Result<usize, Text> {
    let exact = sheets.iter().position(|sheet| sheet.name == name);
    exact.or_else(|| sheets.iter().position(|sheet| fold(&sheet.name) == fold(name))).ok_or_else(|| {
        let known: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        Text::new("err-import-sheet").with("sheet", name).with("known", known.join(", "))
    })
}

fn column(layout: &Layout, heading: &str) -> Option<usize> {
    if layout.header_row.is_none() {
        return (0..layout.columns.len()).find(|at| letters(*at).eq_ignore_ascii_case(heading.trim()));
    }
    let exact = layout.headings.iter().position(|h| h.trim() == heading.trim());
    exact.or_else(|| layout.headings.iter().position(|h| fold(h) == fold(heading)))
}

fn field(code: &str) -> Result<Option<Field>, Text> {
    if code.trim().is_empty() {
        return Ok(None);
    }
    let known = || Field::ALL.iter().map(|f| f.code()).collect::<Vec<_>>().join(", ");
    Field::from_code(code)
        .map(Some)
        .map_err(|_| Text::new("err-import-map-field").with("text", code).with("known", known()))
}

/// `A`, `B`, … `Z`, `AA`: how spreadsheet programs name columns.
pub fn letters(column: usize) -> String {
    let mut name = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        name.insert(0, char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{book::Country, member::IdType},
        import::{sheet, unwatched},
    };

    fn reading() -> Reading {
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        Reading { today, country: Country::Cd, order: Order::Dmy }
    }

    fn sheets(text: &str) -> Vec<Sheet> {
        sheet::read(text.as_bytes(), "liste.csv", &unwatched).unwrap()
    }

    #[test]
    fn a_mapping_says_what_a_layout_says() {
        let sheets = sheets("Liste\n\nNom;Né le;Carte d'électeur;x\nKabeya;12/31/1990;123;y\n");
        let (_, guessed) = Mapping::default().apply(&sheets, &reading()).unwrap();
        assert_eq!((guessed.header_row, guessed.order, guessed.id_type), (Some(3), Order::Mdy, Some(IdType::Voter)));
        let mapping = Mapping::of(&sheets[0], &guessed);
        let again = Mapping::parse(&mapping.write()).unwrap();
        assert_eq!(again, mapping);
        assert_eq!(again.apply(&sheets, &reading()).unwrap(), (0, guessed));
    }

    #[test]
    fn what_is_not_named_is_left_out() {
        let sheets = sheets("a;b;c\nKabeya;F;1990\nNgoyi;M;1991\n");
        let mapping = Mapping::parse("[columns]\n\"A\" = \"surname\"\nc = \"\"\n").unwrap();
        let (_, layout) = mapping.apply(&sheets, &reading()).unwrap();
        assert_eq!((layout.header_row, layout.columns), (Some(1), vec![Some(Field::Surname), None, None]));
        let mapping = Mapping::parse("header_row = 0\n[columns]\nB = 'sex'").unwrap();
        let (_, layout) = mapping.apply(&sheets, &reading()).unwrap();
        assert_eq!((layout.header_row, layout.columns[1]), (None, Some(Field::Sex)));
    }

    #[test]
    fn errors_name_what_would_be_right() {
        let error = |text: &str| Mapping::parse(text).unwrap_err();
        let unknown = error("[columns]\nNom = 'nom'");
        assert_eq!(unknown.id, "err-import-map-field");
        assert!(format!("{unknown:?}").contains("post_name"));
        assert_eq!(error("[columns]\na = 'sex'\nb = 'sex'").id, "err-import-map-twice");
        assert_eq!(error("date = 'dd/mm'").id, "err-import-map-date");
        assert_eq!(error("decimal = ';'").id, "err-import-map-decimal");
        for text in ["header_row = -1", "colums = 1", "sheet = ", "header_row = 'x'"] {
            assert_eq!(error(text).id, "err-import-map-form");
        }
        let sheets = sheets("a;b\n1;x\n");
        let apply = |text: &str| Mapping::parse(text).unwrap().apply(&sheets, &reading()).unwrap_err().id;
        assert_eq!(apply("[columns]\nz = 'sex'"), "err-import-map-heading");
        assert_eq!(apply("sheet = 'Feuille'"), "err-import-sheet");
        assert_eq!(apply("header_row = 9\n[columns]\na = 'sex'"), "err-import-map-heading");
    }

    #[test]
    fn a_list_is_recognised_when_its_headings_come_again() {
        let first = sheets("Liste 2025\n\nNom;Né le;Puits;x\nKabeya;31/12/1990;P3;y\nIlunga;1/2/1991;P3;\n");
        let mut layout = layout::guess(&first[0], &reading());
        layout.assign(2, Some(Field::Team));
        let saved = [Saved { name: "Solange".into(), mapping: Mapping::whole(&first[0], &layout) }];
        let found = |text: &str| {
            recognise(&saved, &sheets(text), None, &reading()).map(|(saved, at, l)| (saved.name.clone(), at, l.columns))
        };
        let columns = vec![None, Some(Field::Birth), Some(Field::Surname), Some(Field::Team)];
        let again = "Année 2026\nX;NE LE;Nom;Puits\ny;1/2/1991;Mbuyi;P1\n";
        assert_eq!(found(again), Some(("Solange".into(), 0, columns)));
        assert_eq!(found("Nom;Né le;Puits\nMbuyi;1991;P1\n"), None, "a heading is missing");
        assert_eq!(found("Nom;Né le;Puits;x;Tél\nMbuyi;1991;P1;;081\n"), None, "a heading is new");
        assert_eq!(saved[0].mapping.field("ne le"), Some(Field::Birth));
        let kept: Saved = serde_json::from_str(&serde_json::to_string(&saved[0]).unwrap()).unwrap();
        assert_eq!(kept, saved[0]);
    }

    #[test]
    fn columns_have_letters() {
        assert_eq!([0, 25, 26, 701, 702].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
