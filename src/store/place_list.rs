//! Lists of sites and teams, and who belongs to a site, a team or a household, with the kept counts of members by sex.

use super::{Reader, Result, member_list::Totals};
use crate::domain::{
    fold::fold,
    meeting::ORGAN,
    member::show_number,
    noun::{HOUSEHOLD, Noun, SITE, TEAM},
};
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, ToSql, params};

/// A site or a team in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceRow {
    /// Identity in the book.
    pub id: i64,
    /// Name.
    pub name: String,
    /// Of a team, its site.
    pub site: String,
    /// Of a site, its territory.
    pub territory: String,
    /// Of a site, its zone or mining title.
    pub zone: String,
    /// Of a team, who leads it.
    pub leader: String,
    /// When it was closed.
    pub closed_on: Option<NaiveDate>,
    /// Who is there, by status and sex.
    pub totals: Totals,
}

/// The order of a list of sites or teams.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PlaceSort {
    /// By name.
    #[default]
    Name,
    /// Those with most members first.
    Members,
    /// By the site, then by name.
    Site,
}

/// What a list of sites or teams can be narrowed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlaceWant {
    /// Those that are not closed.
    Open,
    /// Those that are.
    Closed,
    /// Those in whose name, or in whose site's, this stands.
    Word(String),
    /// The teams of this site.
    Of(i64),
}

impl Reader {
    /// The sites or teams that meet all of `wants`, in order.
    pub fn places(&self, noun: &Noun, sort: PlaceSort, wants: &[PlaceWant]) -> Result<Vec<i64>> {
        let (table, site, members) = if *noun == TEAM {
            (
                "team p LEFT JOIN site s ON s.id = p.site_id",
                "ifnull(s.name_key, '')",
                "site_id = ifnull(p.site_id, 0) AND team_id = p.id",
            )
        } else {
            ("site p", "''", "site_id = p.id")
        };
        let mut values: Vec<Box<dyn ToSql>> = Vec::new();
        let mut place = |value: Box<dyn ToSql>| {
            values.push(value);
            values.len()
        };
        let condition = |want: &PlaceWant| match want {
            PlaceWant::Open => "p.closed_on IS NULL".to_owned(),
            PlaceWant::Closed => "p.closed_on IS NOT NULL".to_owned(),
            PlaceWant::Word(word) => {
                format!("instr(p.name_key || ' ' || {site}, ?{}) > 0", place(Box::new(fold(word))))
            }
            PlaceWant::Of(id) => format!("p.site_id = ?{}", place(Box::new(*id))),
        };
        let conditions: Vec<String> = std::iter::once("TRUE".to_owned()).chain(wants.iter().map(condition)).collect();
        let order = match sort {
            PlaceSort::Name => String::new(),
            PlaceSort::Site => format!("{site}, "),
            PlaceSort::Members => format!(
                "(SELECT ifnull(sum(n), 0) FROM place_total WHERE {members} AND status IN ('active', 'suspended')) DESC, "
            ),
        };
        let conditions = conditions.join(" AND ");
        let sql = format!("SELECT p.id FROM {table} WHERE {conditions} ORDER BY {order}p.name_key, {site}, p.id");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let values: Vec<&dyn ToSql> = values.iter().map(AsRef::as_ref).collect();
        Ok(statement.query_map(&values[..], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// Sites, teams, households and bodies in whose name every word stands that is typed, at most `limit` of each: what it
    /// is, its id, its name, and of a team the site, of a household the village, of a body the code of its kind.
    pub fn find_places(&self, typed: &str, limit: usize) -> Result<Vec<(&'static Noun, i64, String, String)>> {
        let words: Vec<String> = fold(typed).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
        let mut found = Vec::new();
        for noun in [&SITE, &TEAM, &HOUSEHOLD, &ORGAN] {
            let detail = match noun.table {
                "team" => "ifnull((SELECT name FROM site WHERE id = site_id), '')",
                "organ" => "kind",
                _ => "ifnull(village, '')",
            };
            let all = |n: usize| format!("instr(name_key, ?{}) > 0", n + 2);
            let named = (0..words.len()).map(all).collect::<Vec<_>>().join(" AND ");
            let sql = format!("SELECT id, name, {detail} FROM {} WHERE {named} ORDER BY name_key LIMIT ?1", noun.table);
            let limit = limit as i64;
            let mut values: Vec<&dyn ToSql> = vec![&limit];
            values.extend(words.iter().map(|word| word as &dyn ToSql));
            let mut statement = self.conn.prepare_cached(&sql)?;
            let rows = statement.query_map(&values[..], |row| Ok((noun, row.get(0)?, row.get(1)?, row.get(2)?)))?;
            found.extend(rows.collect::<Result<Vec<_>, _>>()?);
        }
        Ok(found)
    }

    /// Rows of a list of sites or teams, in the order of `ids`.
    pub fn place_rows(&self, noun: &Noun, ids: &[i64]) -> Result<Vec<PlaceRow>> {
        const SITE_ROW: &str = "SELECT name, '', territory, zone, NULL, closed_on FROM site WHERE id = ?1";
        const TEAM_ROW: &str =
            "SELECT name, (SELECT name FROM site WHERE id = site_id), '', '', leader_number, closed_on
            FROM team WHERE id = ?1";
        let mut rows = Vec::with_capacity(ids.len());
        for id in ids {
            let mut statement = self.conn.prepare_cached(if *noun == TEAM { TEAM_ROW } else { SITE_ROW })?;
            let row = |row: &Row| {
                let text = |at: usize| row.get::<_, Option<String>>(at).map(Option::unwrap_or_default);
                let closed_on = text(5)?.parse().ok();
                Ok(([text(0)?, text(1)?, text(2)?, text(3)?], row.get::<_, Option<i64>>(4)?, closed_on))
            };
            let Some(([name, site, territory, zone], leader, closed_on)) = statement.query_row([id], row).optional()?
            else {
                continue;
            };
            let leader =
                leader.map(|number| self.bearer(number)).transpose()?.map_or_else(String::new, |(_, name)| name);
            let totals = self.people_totals(noun, *id)?;
            rows.push(PlaceRow { id: *id, name, site, territory, zone, leader, closed_on, totals });
        }
        Ok(rows)
    }

    /// Who bears a number: the id, and number and name; id 0 when nobody does.
    pub fn bearer(&self, number: i64) -> Result<(i64, String)> {
        let id = self.member_by_number(number)?.unwrap_or_default();
        let name = format!("{} {}", show_number(number), self.record_label("member", id)?);
        Ok((id, name.trim_end().to_owned()))
    }

    /// Who is at a site, in a team or in a household, by status and sex.
    pub fn people_totals(&self, noun: &Noun, id: i64) -> Result<Totals> {
        self.totals(
            match noun.table {
                "site" => "SELECT status, sex, sum(n) FROM place_total WHERE site_id = ?1 GROUP BY status, sex",
                "team" => {
                    "SELECT status, sex, n FROM place_total
                    WHERE site_id = (SELECT ifnull(site_id, 0) FROM team WHERE id = ?1) AND team_id = ?1"
                }
                _ => "SELECT status, ifnull(sex, ''), count(*) FROM member WHERE household_id = ?1 GROUP BY 1, 2",
            },
            [id],
        )
    }

    /// The people of a household or a team in the order of their names, at most `limit`: id, and number and name.
    pub fn people(&self, noun: &Noun, id: i64, limit: usize) -> Result<Vec<(i64, String)>> {
        let sql = format!("SELECT id, number FROM member WHERE {}_id = ?1 ORDER BY search_key LIMIT ?2", noun.table);
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map(params![id, limit as i64], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let mut people = Vec::new();
        for row in rows {
            let (id, number): (i64, Option<i64>) = row?;
            let name = self.record_label("member", id)?;
            people.push((id, number.map_or_else(|| name.clone(), |number| format!("{} {name}", show_number(number)))));
        }
        Ok(people)
    }
}
