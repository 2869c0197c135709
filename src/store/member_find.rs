//! Finding somebody by a number or by pieces of a name, the likeliest first.

use super::{
    Reader, Result,
    member_list::{Key, MemberRow},
};
use crate::domain::{
    book::Country,
    fold::fold,
    member::{full_name, parse_number},
    phone,
    search::{self, Piece},
};
use rusqlite::params;

/// A search for somebody, which goes on slice by slice.
pub struct Find {
    typed: String,
    country: Country,
    pieces: Vec<Piece>,
    limit: usize,
    found: Vec<i64>,
    next: Step,
}

/// Where a search goes on.
enum Step {
    /// With what an index finds.
    Likely,
    /// With those who have all the pieces, from some place on.
    Pieces(Option<Key>),
    Ended,
}

impl Find {
    /// How much a slice looks at: about a millisecond.
    const ROWS: usize = 1_500;

    /// A search that ends with `limit` members.
    pub fn new(typed: &str, country: Country, limit: usize) -> Self {
        let pieces = search::pieces(typed, country);
        Self { typed: typed.to_owned(), country, pieces, limit, found: Vec::new(), next: Step::Likely }
    }

    /// Whether everybody has been looked at, or enough are found.
    pub fn is_ended(&self) -> bool {
        matches!(self.next, Step::Ended)
    }
}

impl Reader {
    /// The next members that a search finds: whom a number names, then names that begin so, then everybody with all the
    /// pieces, slice by slice.
    pub fn find_members(&self, find: &mut Find) -> Result<Vec<MemberRow>> {
        let (ids, next) = match &find.next {
            Step::Ended => return Ok(Vec::new()),
            Step::Likely if find.pieces.is_empty() => (self.likely_members(find)?, Step::Ended),
            Step::Likely => (self.likely_members(find)?, Step::Pieces(None)),
            Step::Pieces(after) => {
                let slice = self.members_with(&find.pieces, after.as_ref(), Find::ROWS)?;
                (slice.ids, slice.next.map_or(Step::Ended, |key| Step::Pieces(Some(key))))
            }
        };
        let known = find.found.len();
        for id in ids {
            if find.found.len() < find.limit && !find.found.contains(&id) {
                find.found.push(id);
            }
        }
        let mut rows = self.member_rows(&find.found[known..])?;
        if matches!(find.next, Step::Pieces(_)) {
            rows.sort_by_cached_key(|row| fold(&full_name(&row.surname, &row.post_name, &row.given_name)));
        }
        find.next = if find.found.len() < find.limit { next } else { Step::Ended };
        Ok(rows)
    }

    fn likely_members(&self, find: &Find) -> Result<Vec<i64>> {
        const BEGINS: &str =
            "SELECT id FROM member WHERE search_key >= ?1 AND search_key < ?1 || '{' ORDER BY search_key LIMIT ?2";
        let mut ids = Vec::new();
        if let Ok(number) = parse_number(&find.typed) {
            ids.extend(self.member_by_number(number)?);
        }
        ids.extend(self.members_by_former_number(find.typed.trim())?);
        ids.extend(self.members_by_id_number(&find.typed)?);
        if let Ok(phone) = phone::parse(&find.typed, find.country) {
            ids.extend(self.members_by_phone(&phone)?);
        }
        let name = fold(&find.typed);
        if !name.is_empty() {
            let mut statement = self.conn.prepare_cached(BEGINS)?;
            for id in statement.query_map(params![name, find.limit as i64], |row| row.get(0))? {
                ids.push(id?);
            }
        }
        Ok(ids)
    }
}
