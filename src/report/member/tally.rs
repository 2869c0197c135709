//! Counts of people by sex: every count is available so.

use super::Head;
use crate::{
    domain::member::Sex,
    report::{
        block::{Align, Column, Table},
        table::Cell,
    },
};
use std::collections::BTreeMap;

/// How many there are of each kind and sex.
#[derive(Debug)]
pub struct Tally<K>(BTreeMap<K, Count>);

/// Women, men, and those of whom it is not known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub women: i64,
    pub men: i64,
    pub others: i64,
}

impl Count {
    pub const fn all(&self) -> i64 {
        self.women + self.men + self.others
    }

    pub fn add(&mut self, sex: Option<Sex>) {
        *match sex {
            Some(Sex::F) => &mut self.women,
            Some(Sex::M) => &mut self.men,
            None => &mut self.others,
        } += 1;
    }
}

impl<K> Default for Tally<K> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<K: Ord> Tally<K> {
    /// One more.
    pub fn add(&mut self, kind: K, sex: Option<Sex>) {
        self.0.entry(kind).or_default().add(sex);
    }

    /// All together.
    pub fn total(&self) -> Count {
        let add =
            |a: Count, b: &Count| Count { women: a.women + b.women, men: a.men + b.men, others: a.others + b.others };
        self.0.values().fold(Count::default(), add)
    }

    /// Kinds below each other, sexes side by side; who is neither has a column only when there is somebody.
    pub fn table(&self, head: &Head, title: &'static str, name: impl Fn(&K) -> String) -> Table {
        let total = self.total();
        let is_shown = total.others > 0;
        let counts = |count: Count| {
            let others = is_shown.then_some(count.others);
            [Some(count.women), Some(count.men), others, Some(count.all())].into_iter().flatten().map(Cell::Number)
        };
        let number = |id| Column::new(head.label(id)).align(Align::Right).at_least(20.0);
        let mut table = Table::new()
            .column(Column::new(head.label(title)).at_least(50.0).grow(1))
            .column(number("paper-women"))
            .column(number("paper-men"));
        if is_shown {
            table = table.column(number("paper-sex-unknown"));
        }
        let row = |name: String, count| std::iter::once(Cell::from(name)).chain(counts(count)).collect::<Vec<_>>();
        table
            .column(number("paper-total"))
            .rows(self.0.iter().map(|(kind, count)| row(name(kind), *count)))
            .total(row(head.label("paper-total").to_owned(), total))
    }
}
