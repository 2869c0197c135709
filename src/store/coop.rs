//! The cooperative that the book belongs to: one row.

use super::{Act, Error, Reader, Result, error::strange, some};
use crate::domain::book::{Coop, Country, LegalForm};
use rusqlite::params;

impl Reader {
    /// The cooperative.
    pub fn coop(&self) -> Result<Coop> {
        const COOP: &str = "SELECT name, country, legal_form, currency, also, ifnull(seat, '') FROM coop";
        self.conn.prepare_cached(COOP)?.query_row([], |row| {
            let (country, form): (String, String) = (row.get(1)?, row.get(2)?);
            let also: Option<String> = row.get(4)?;
            Ok(match (Country::from_code(&country), LegalForm::from_code(&form)) {
                (Ok(country), Ok(legal_form)) => Ok(Coop {
                    name: row.get(0)?,
                    country,
                    legal_form,
                    currency: row.get(3)?,
                    also: also.iter().flat_map(|a| a.split(',')).map(str::to_owned).collect(),
                    seat: row.get(5)?,
                }),
                (Err(_), _) => Err(strange("coop", 1, "country")),
                (_, Err(_)) => Err(strange("coop", 1, "legal_form")),
            })
        })?
    }

    /// How often the cooperative's record was changed; [`Act::update_coop`] needs it.
    pub fn coop_rev(&self) -> Result<i64> {
        Ok(self.conn.query_row("SELECT rev FROM coop", [], |row| row.get(0))?)
    }
}

impl Act<'_> {
    /// Writes the cooperative of a new book.
    pub fn insert_coop(&self, coop: &Coop) -> Result<()> {
        const INSERT: &str =
            "INSERT INTO coop (id, name, country, legal_form, currency, also, seat) VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6)";
        self.conn.execute(
            INSERT,
            params![
                coop.name,
                coop.country.code(),
                coop.legal_form.code(),
                coop.currency,
                some(&coop.also.join(",")),
                some(&coop.seat)
            ],
        )?;
        Ok(())
    }

    /// Changes the cooperative.
    pub fn update_coop(&self, rev: i64, coop: &Coop) -> Result<()> {
        const UPDATE: &str = "UPDATE coop SET name = ?1, country = ?2, legal_form = ?3, currency = ?4, also = ?5,
            seat = ?6, rev = rev + 1 WHERE id = 1 AND rev = ?7";
        let changed = self.conn.execute(
            UPDATE,
            params![
                coop.name,
                coop.country.code(),
                coop.legal_form.code(),
                coop.currency,
                some(&coop.also.join(",")),
                some(&coop.seat),
                rev
            ],
        )?;
        if changed == 1 { Ok(()) } else { Err(Error::Stale) }
    }
}
