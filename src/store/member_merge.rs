//! Two records of one person become one. What belongs to the one that goes, or refers to it, is found by the foreign keys
//! and by whose history the rows of a table belong to, so that areas that are built later are covered.

use super::{
    Act, Error, Reader, Result, Series,
    audit::{Class, Root, TABLES, Table},
    member, some,
};
use crate::domain::{
    member::{Field, Member},
    merge::Merge,
};
use rusqlite::{OptionalExtension, params};

/// The table of members.
const MEMBER: &str = "member";

impl Reader {
    /// The records that became part of a member: number, number of the register kept before, name.
    pub fn merged(&self, id: i64) -> Result<Vec<(Option<i64>, String, String)>> {
        const MERGED: &str =
            "SELECT number, ifnull(former_number, ''), name FROM member_merge WHERE member_id = ?1 ORDER BY id";
        let mut statement = self.conn.prepare_cached(MERGED)?;
        let merged = statement.query_map([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        Ok(merged.collect::<std::result::Result<_, _>>()?)
    }

    /// The columns by which rows of a table name a member, and what else must hold of such a row.
    pub(super) fn member_columns(&self, table: &'static Table) -> Result<Vec<(String, &'static str)>> {
        const KEYS: &str = "SELECT \"from\" FROM pragma_foreign_key_list(?1) WHERE \"table\" = 'member'";
        let mut statement = self.conn.prepare_cached(KEYS)?;
        let keys = statement.query_map([table.name], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?;
        let mut columns: Vec<(String, &'static str)> = keys.into_iter().map(|column| (column, "")).collect();
        match table.root {
            Root::Of { table: MEMBER, column } if columns.iter().all(|(known, _)| known != column) => {
                columns.push((column.to_owned(), ""));
            }
            Root::Beside => columns.push(("owner_id".to_owned(), " AND owner_tbl = 'member'")),
            _ => {}
        }
        Ok(columns)
    }
}

impl Act<'_> {
    /// Makes one record of two: the one that goes leaves its number void and its names to be found; everything that is its
    /// own becomes the other's. Both must be as they were read.
    pub fn merge_members(&self, merge: &Merge) -> Result<()> {
        const FREE: &str = "UPDATE member SET form_number = NULL WHERE id = ?1 AND rev = ?2";
        let (kept, gone) = (&merge.kept, &merge.gone);
        // the form of the one that goes may become that of the one that stays, and no form is entered twice
        self.conn.prepare_cached(FREE)?.execute([gone.id, gone.rev])?;
        self.update_member(&merge.result())?;
        self.join_places(merge)?;
        if merge.taken().any(|field| field == Field::Status) {
            self.take_status(kept.id, gone)?;
        }
        for table in TABLES.iter().filter(|table| table.class == Class::Audited) {
            self.adopt(table, kept.id, gone.id)?;
        }
        // what was said of the two themselves: that they are two people
        self.conn.execute("DELETE FROM distinct_pair WHERE member_id = other_id", [])?;
        self.remember(kept.id, gone)?;
        self.remove(gone)?;
        self.settle_place(kept.id)?;
        member::settle(self, gone.id)?;
        member::settle(self, kept.id)
    }

    /// Gives the rows of a table that name one member to another.
    fn adopt(&self, table: &'static Table, kept: i64, gone: i64) -> Result<()> {
        let rev = if self.layout(table)?.has_rev { ", rev = rev + 1" } else { "" };
        for (column, and) in self.member_columns(table)? {
            let sql = format!("UPDATE {} SET {column} = ?1{rev} WHERE {column} = ?2{and}", table.name);
            self.conn.prepare_cached(&sql)?.execute([kept, gone])?;
        }
        Ok(())
    }

    /// Leaves one present place of work: of two at the same place the one since the earlier day, else that of the side that
    /// was chosen; the other ends today.
    fn join_places(&self, merge: &Merge) -> Result<()> {
        const SAME: &str = "SELECT a.id, b.id, ifnull(b.from_on IS NULL OR a.from_on <= b.from_on, 0)
            FROM placement a, placement b
            WHERE a.member_id = ?1 AND b.member_id = ?2 AND a.until_on IS NULL AND b.until_on IS NULL
            AND (a.site_id, a.team_id) IS (b.site_id, b.team_id)";
        const NEVER: &str = "DELETE FROM placement WHERE id = ?1";
        const END: &str = "UPDATE placement SET until_on = max(?2, ifnull(from_on, '')), rev = rev + 1
            WHERE member_id = ?1 AND until_on IS NULL";
        let (kept, gone) = (merge.kept.id, merge.gone.id);
        let same: Option<(i64, i64, bool)> = self
            .conn
            .prepare_cached(SAME)?
            .query_row([kept, gone], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .optional()?;
        if let Some((a, b, is_earlier)) = same {
            self.conn.prepare_cached(NEVER)?.execute([if is_earlier { b } else { a }])?;
            return Ok(());
        }
        let ends = if merge.takes_place() { kept } else { gone };
        self.conn.prepare_cached(END)?.execute(params![ends, self.today().to_string()])?;
        Ok(())
    }

    /// The status of one becomes that of the other; the line of its history comes with the others.
    fn take_status(&self, kept: i64, gone: &Member) -> Result<()> {
        const TAKE: &str = "UPDATE member SET status = ?2, status_on = ?3, rev = rev + 1 WHERE id = ?1";
        let on = gone.status_on.map(|day| day.to_string());
        self.conn.prepare_cached(TAKE)?.execute(params![kept, gone.status.code(), on])?;
        Ok(())
    }

    /// Keeps by what the record that goes was known; its number is never given again.
    fn remember(&self, kept: i64, gone: &Member) -> Result<()> {
        const REMEMBER: &str = "INSERT INTO member_merge (id, member_id, merged_id, number, former_number, name)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        let id = self.next_id("member_merge")?;
        let values = params![id, kept, gone.id, gone.number, some(&gone.former_number), gone.full_name()];
        self.conn.prepare_cached(REMEMBER)?.execute(values)?;
        gone.number.map_or(Ok(()), |n| self.void_numbers(Series::Member, n..=n, Series::MERGED, Some(kept)))
    }

    fn remove(&self, gone: &Member) -> Result<()> {
        const REMOVE: &str = "DELETE FROM member WHERE id = ?1 AND rev = ?2";
        let removed = self.conn.prepare_cached(REMOVE)?.execute([gone.id, gone.rev])?;
        if removed == 1 { Ok(()) } else { Err(Error::Stale) }
    }

    /// Writes that two records are two people.
    pub fn insert_distinct(&self, member: i64, other: i64, reason: &str) -> Result<()> {
        const INSERT: &str = "INSERT INTO distinct_pair (id, member_id, other_id, reason) VALUES (?1, ?2, ?3, ?4)";
        let id = self.next_id("distinct_pair")?;
        self.conn.prepare_cached(INSERT)?.execute(params![id, member, other, some(reason)])?;
        Ok(())
    }
}
