//! Taking acts back. An undo is a new act that writes the inverse of an older one; to redo is to undo the undo.
//!
//! Column by column, what the act left must still be there: where a later act has changed it, that act is named as a
//! blocker, and the record it belongs to (its root) stays as it is. `rev` counts on and is never restored. Foreign keys
//! hold again at the end; then the touched nouns bring their derived columns up to date and check their rules.

use super::{
    Act, ActLine, Blocker, Error, Reader, Result, Series, Store,
    act::permit,
    audit::{Class, Root, TABLES, Table},
    error::strange,
    log::{Image, Op, RawChange, parse_image, split},
    migrate, net,
    net::Net,
};
use crate::domain::{
    command::{Command, Undo},
    user::Session,
};
use rusqlite::{OptionalExtension, params, params_from_iter, types};
use serde_json::Value;
use std::collections::{BTreeMap, HashMap, HashSet};

/// The records that an undo touches, each with what stands in its way.
#[derive(Debug)]
pub struct UndoPlan {
    /// The act that would be taken back.
    pub act: ActLine,
    /// The records it changed, in order.
    pub groups: Vec<Group>,
    /// The entries of the ledger whose contrary would be written, of an act that is reversed.
    pub entries: Vec<i64>,
    /// The payment slips that would be void, of an act that has proposed them.
    pub slips: Vec<i64>,
}

/// One record with everything the act did to it.
#[derive(Debug)]
pub struct Group {
    /// The record's table.
    pub table: String,
    /// Its id.
    pub id: i64,
    /// What stands in the way; empty when it can be taken back.
    pub blockers: Vec<Blocker>,
    nets: Vec<Net>,
}

/// What an undo came to.
#[derive(Debug)]
pub struct Undone {
    /// The new act.
    pub act: i64,
    /// How many records were taken back.
    pub records: usize,
    /// The records that were kept as they are, with the reason.
    pub kept: Vec<Group>,
}

impl Group {
    /// Whether the record came into being by the act, so that it goes with it.
    pub fn goes(&self) -> bool {
        self.nets.iter().any(|net| net.op == Op::Insert && net.table.name == self.table && net.record == self.id)
    }
}

impl UndoPlan {
    /// Everything that stands in the way.
    pub fn blockers(&self) -> impl Iterator<Item = &Blocker> {
        self.groups.iter().flat_map(|group| &group.blockers)
    }
}

impl Reader {
    /// The act that is taken back when somebody points at `act`: of a redo, the one that it brought again.
    pub fn undo_target(&self, act: i64) -> Result<ActLine> {
        let act = self.act_line(act)?;
        match act.undoes.map(|id| self.act_line(id)).transpose()?.and_then(|undo| undo.undoes) {
            Some(first) => self.act_line(first),
            None => Ok(act),
        }
    }

    /// What taking an act back would come to now.
    pub fn undo_plan(&self, act: i64) -> Result<UndoPlan> {
        let act = self.undo_target(act)?;
        if act.undone_by.is_some() {
            return Err(Error::invalid("err-undo-already"));
        }
        let mut groups = self.groups(&act)?;
        for group in &mut groups {
            for net in &group.nets {
                let Some(columns) = self.differs(net, (&group.table, group.id))? else { continue };
                group.blockers.extend(self.blockers(&act, net.table, net.record, (&group.table, group.id), columns)?);
            }
        }
        self.keep_references(&act, &mut groups)?;
        Ok(UndoPlan { act, groups, entries: Vec::new(), slips: Vec::new() })
    }

    /// What the act did, by record.
    fn groups(&self, act: &ActLine) -> Result<Vec<Group>> {
        type Sums = Vec<(&'static Table, i64, Option<(Op, String)>)>;
        let sql = format!("{} WHERE act_id = ?1 ORDER BY id", RawChange::COLUMNS);
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query([act.id])?;
        let mut order: Vec<((String, i64), Sums)> = Vec::new();
        let mut place: HashMap<(String, i64), usize> = HashMap::new();
        while let Some(row) = rows.next()? {
            let change = RawChange::from_row(row)?;
            if migrate::has_changed(change.table.name, act.version) {
                return Err(Error::invalid("err-undo-migrated"));
            }
            let image = change.image.ok_or_else(|| Error::invalid("err-undo-blanked"))?;
            let at = *place.entry(change.root.clone()).or_insert_with(|| {
                order.push((change.root, Vec::new()));
                order.len() - 1
            });
            let sums = &mut order[at].1;
            let odd = |_| strange("change", change.id, "image");
            match sums.iter_mut().find(|(table, record, _)| *table == change.table && *record == change.record) {
                Some((_, _, sum)) => *sum = net::add(sum.take(), change.op, image).map_err(odd)?,
                None => sums.push((change.table, change.record, Some((change.op, image)))),
            }
        }
        let nets = |sums: Sums| {
            let net = |(table, record, sum): (_, _, Option<(Op, String)>)| {
                sum.map(|(op, image)| Net { table, record, op, image })
            };
            sums.into_iter().filter_map(net).collect()
        };
        let group = |((table, id), sums)| Group { table, id, blockers: Vec::new(), nets: nets(sums) };
        Ok(order.into_iter().map(group).collect())
    }

    /// A row as the log would write it now; `None` when it is not there, or belongs to another root by now.
    pub(super) fn live(&self, table: &Table, record: i64, root: (&str, i64)) -> Result<Option<String>> {
        let sql = &self.layout(table)?.live;
        let values = params![record, root.0, root.1];
        Ok(self.conn.prepare_cached(sql)?.query_row(values, |row| row.get(0)).optional()?)
    }

    /// The columns in which a row is not what the change left; `None` when it is. Empty when the row itself is missing or
    /// is there again.
    fn differs(&self, net: &Net, root: (&str, i64)) -> Result<Option<Vec<String>>> {
        let odd = || strange(net.table.name, net.record, "image");
        let live = self.live(net.table, net.record, root)?;
        let Some(live) = live else { return Ok((net.op != Op::Delete).then(Vec::new)) };
        if net.op == Op::Delete {
            return Ok(Some(Vec::new()));
        }
        if net.op == Op::Insert && live == net.image {
            return Ok(None);
        }
        let (live, image) = (parse_image(&live).ok_or_else(odd)?, parse_image(&net.image).ok_or_else(odd)?);
        let columns: Vec<String> = if net.op == Op::Insert {
            net::differences(&live, &image)
        } else {
            let after = split(image).ok_or_else(odd)?.1;
            let now = |column: &String| live.get(column).unwrap_or(&Value::Null);
            after.iter().filter(|(column, value)| now(column) != *value).map(|(column, _)| column.clone()).collect()
        };
        Ok((!columns.is_empty()).then_some(columns))
    }

    /// The acts after `act` that made a row differ in `columns`; in anything, when there are none.
    fn blockers(
        &self,
        act: &ActLine,
        table: &Table,
        record: i64,
        root: (&str, i64),
        columns: Vec<String>,
    ) -> Result<Vec<Blocker>> {
        let sql = format!(
            "{} WHERE root_id = ?1 AND root_tbl = ?2 AND +act_id > ?3 AND tbl = ?4 AND record_id = ?5 ORDER BY id",
            RawChange::COLUMNS
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query(params![root.1, root.0, act.id, table.name, record])?;
        let mut found: BTreeMap<i64, Vec<String>> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let change = RawChange::from_row(row)?;
            let mut touched = columns.clone();
            if change.op == Op::Update {
                let image = change.image.as_deref().and_then(parse_image).unwrap_or_default();
                touched.retain(|column| image.contains_key(column));
            }
            if change.op != Op::Update || !touched.is_empty() {
                found.entry(change.act).or_default().extend(touched);
            }
        }
        let mut blockers = Vec::new();
        for (id, mut columns) in found {
            let line = self.act_line(id)?;
            columns.sort_unstable();
            columns.dedup();
            // an act that was taken back, and what took it back, cancel out
            if line.undone_by.is_none() && line.undoes.is_none() {
                blockers.push(blocker(&line, table.name, columns));
            }
        }
        if blockers.is_empty() {
            // no act explains the difference: the undo of another act, or a hand behind the program's back
            let line = found_last(self, table, record, root)?.unwrap_or_else(|| act.clone());
            blockers.push(blocker(&line, table.name, columns));
        }
        Ok(blockers)
    }

    /// Keeps records that others still refer to, and records that refer to what is gone, until nothing dangles.
    fn keep_references(&self, act: &ActLine, groups: &mut [Group]) -> Result<()> {
        let references = self.references()?;
        loop {
            let active = |op| {
                let nets = groups.iter().filter(|g| g.blockers.is_empty()).flat_map(|g| &g.nets);
                nets.filter(move |n| n.op == op).map(|n| (n.table.name, n.record)).collect::<HashSet<_>>()
            };
            let (mut leaving, coming) = (active(Op::Insert), active(Op::Delete));
            // a row that gets back what it held before refers to what it referred to then
            leaving.extend(active(Op::Update));
            let mut kept = Vec::new();
            for (at, group) in groups.iter().enumerate().filter(|(_, g)| g.blockers.is_empty()) {
                for (net, reference) in group.nets.iter().flat_map(|net| references.iter().map(move |r| (net, r))) {
                    let blocker = if net.op == Op::Insert && reference.to == net.table.name {
                        self.referrer(act, reference, net.record, groups, &leaving)?
                    } else if net.op != Op::Insert && reference.from == net.table {
                        self.dangling(act, reference, net, &coming)?
                    } else {
                        None
                    };
                    kept.extend(blocker.map(|blocker| (at, blocker)));
                }
            }
            if kept.is_empty() {
                return Ok(());
            }
            for (at, blocker) in kept {
                groups[at].blockers.push(blocker);
            }
        }
    }

    /// Why a row that refers to a record which would go stays itself.
    fn referrer(
        &self,
        act: &ActLine,
        reference: &Reference,
        record: i64,
        groups: &[Group],
        leaving: &HashSet<(&str, i64)>,
    ) -> Result<Option<Blocker>> {
        let Reference { from, column, .. } = reference;
        let and = if from.root == Root::Beside { " AND owner_tbl = ?2" } else { " AND ?2 = ?2" };
        let sql = format!("SELECT id FROM {} WHERE {column} = ?1{and}", from.name);
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query(params![record, reference.to])?;
        while let Some(row) = rows.next()? {
            let id = row.get(0)?;
            if leaving.contains(&(from.name, id)) {
                continue;
            }
            let mut ours = groups.iter().filter(|g| g.nets.iter().any(|n| n.table == *from && n.record == id));
            if let Some(blocker) = ours.next().and_then(|group| group.blockers.first()) {
                return Ok(Some(blocker.clone()));
            }
            let root = self.root_of(from, id)?;
            let line = found_last(self, from, id, (&root.0, root.1))?.unwrap_or_else(|| act.clone());
            return Ok(Some(blocker(&line, from.name, vec![column.clone()])));
        }
        Ok(None)
    }

    /// A record to which a row would refer again, and which is gone.
    fn dangling(
        &self,
        act: &ActLine,
        reference: &Reference,
        net: &Net,
        coming: &HashSet<(&str, i64)>,
    ) -> Result<Option<Blocker>> {
        let odd = || strange(net.table.name, net.record, "image");
        let image = parse_image(&net.image).ok_or_else(odd)?;
        let before = if net.op == Op::Update { split(image).ok_or_else(odd)?.0 } else { image };
        let Some(target) = before.get(&reference.column).and_then(Value::as_i64) else { return Ok(None) };
        if before.get("owner_tbl").is_some_and(|table| *table != reference.to) {
            return Ok(None);
        }
        let sql = format!("SELECT 1 FROM {} WHERE id = ?1", reference.to);
        if coming.contains(&(reference.to.as_str(), target)) || self.conn.prepare_cached(&sql)?.exists([target])? {
            return Ok(None);
        }
        let Some(table) = super::audit::audited(&reference.to) else { return Ok(None) };
        let line = found_last(self, table, target, (table.name, target))?.unwrap_or_else(|| act.clone());
        Ok(Some(blocker(&line, table.name, Vec::new())))
    }

    fn root_of(&self, table: &Table, record: i64) -> Result<(String, i64)> {
        let (root, id) = table.root_sql("");
        let sql = format!("SELECT {root}, {id} FROM {} WHERE id = ?1", table.name);
        Ok(self.conn.prepare_cached(&sql)?.query_row([record], |row| Ok((row.get(0)?, row.get(1)?)))?)
    }

    /// Every foreign key from an audited table, and the records that stand beside any record.
    fn references(&self) -> Result<Vec<Reference>> {
        const KEYS: &str = "SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?1)";
        let mut references = Vec::new();
        let mut statement = self.conn.prepare_cached(KEYS)?;
        for from in TABLES.iter().filter(|t| t.class == Class::Audited) {
            let mut rows = statement.query([from.name])?;
            while let Some(row) = rows.next()? {
                references.push(Reference { from, column: row.get(0)?, to: row.get(1)? });
            }
            if from.root == Root::Beside {
                let own = TABLES.iter().filter(|t| t.class == Class::Audited && t.root == Root::Own);
                let beside = |to: &Table| Reference { from, column: "owner_id".to_owned(), to: to.name.to_owned() };
                references.extend(own.map(beside));
            }
        }
        Ok(references)
    }
}

/// A column that names a record of another table.
struct Reference {
    from: &'static Table,
    column: String,
    to: String,
}

fn blocker(line: &ActLine, table: &str, columns: Vec<String>) -> Blocker {
    Blocker {
        act: line.id,
        at: line.at.clone(),
        user: line.user.clone(),
        command: line.command.clone(),
        table: table.to_owned(),
        columns,
    }
}

/// The last act that touched a row.
fn found_last(reader: &Reader, table: &Table, record: i64, root: (&str, i64)) -> Result<Option<ActLine>> {
    const LAST: &str =
        "SELECT max(act_id) FROM change WHERE root_id = ?1 AND root_tbl = ?2 AND tbl = ?3 AND record_id = ?4";
    let last: Option<i64> =
        reader.conn.prepare_cached(LAST)?.query_row(params![root.1, root.0, table.name, record], |row| row.get(0))?;
    last.map(|id| reader.act_line(id)).transpose()
}

impl Store {
    /// Takes an act back by a new act under `command`. Whoever does needs what `original`, the command of the act, asks
    /// for. With [`Undo::Whole`] anything in the way refuses it all; with [`Undo::ByRecord`] records in whose way
    /// something stands are kept and listed.
    pub fn undo(
        &mut self,
        session: &Session,
        command: &'static Command,
        args: &[(&str, String)],
        original: &Command,
        act: i64,
    ) -> Result<Undone> {
        match original.undo {
            Undo::Whole | Undo::ByRecord => {}
            Undo::Never => return Err(Error::invalid("err-undo-never")),
            Undo::Reverse(_) => return Err(Error::invalid("err-undo-reverse")),
        }
        let target = self.undo_target(act)?.id;
        self.act_on(session, command, args, Some(target), |act| {
            permit(act, session, original)?;
            let plan = act.undo_plan(target)?;
            let (ready, kept): (Vec<Group>, Vec<Group>) = plan.groups.into_iter().partition(|g| g.blockers.is_empty());
            if !kept.is_empty() && (original.undo != Undo::ByRecord || ready.is_empty()) {
                let mut blockers: Vec<Blocker> = kept.into_iter().flat_map(|group| group.blockers).collect();
                blockers.sort_by_key(|blocker| blocker.act);
                blockers.dedup();
                return Err(Error::Blocked(blockers));
            }
            act.conn.execute_batch("PRAGMA defer_foreign_keys = ON")?;
            // first the rows go that came: one that left a record for another is the same row in both
            for came in [true, false] {
                for group in ready.iter().rev() {
                    let nets = group.nets.iter().rev().filter(|net| (net.op == Op::Insert) == came);
                    nets.into_iter().try_for_each(|net| act.invert(net, (&group.table, group.id)))?;
                }
            }
            ready.iter().flat_map(|group| &group.nets).try_for_each(|net| act.lose_number(net))?;
            // what is kept of a member follows from its cards too, and a card that is gone cannot say whose it was
            let own = ready.iter().flat_map(|group| group.nets.iter().map(|net| (net.table, net.record)));
            let roots = ready.iter().filter_map(|group| Some((super::audit::audited(&group.table)?, group.id)));
            let mut touched: Vec<_> = own.chain(roots).collect();
            touched.sort_by_key(|(table, record)| (table.name, *record));
            touched.dedup();
            for (table, record) in touched {
                table.settle.map_or(Ok(()), |settle| settle(act, record)).map_err(taken)?;
            }
            Ok(Undone { act: act.id(), records: ready.len(), kept })
        })
    }
}

/// What to say when a name or number that was free when the act was done is taken now.
fn taken(error: Error) -> Error {
    match error {
        Error::Sqlite(e) if e.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation) => {
            Error::invalid("err-undo-taken")
        }
        error => error,
    }
}

impl Act<'_> {
    fn invert(&self, net: &Net, root: (&str, i64)) -> Result<()> {
        let (table, id) = (net.table, net.record);
        let odd = || strange(table.name, id, "image");
        let image = parse_image(&net.image).ok_or_else(odd)?;
        match net.op {
            Op::Insert => {
                self.conn.prepare_cached(&format!("DELETE FROM {} WHERE id = ?1", table.name))?.execute([id])?;
            }
            Op::Update => {
                let (before, _) = split(image).ok_or_else(odd)?;
                let rev = if self.layout(table)?.has_rev { ", rev = rev + 1" } else { "" };
                let names: Vec<String> =
                    before.keys().enumerate().map(|(n, column)| format!("{column} = ?{}", n + 2)).collect();
                let sql = format!("UPDATE {} SET {}{rev} WHERE id = ?1", table.name, names.join(", "));
                self.write(&sql, id, before)?;
            }
            Op::Delete => {
                let mut columns = vec!["id".to_owned()];
                columns.extend(image.keys().cloned());
                let mut places: Vec<String> = (1..=columns.len()).map(|n| format!("?{n}")).collect();
                if self.layout(table)?.has_rev {
                    // above any it ever had: each change of the row counts one at most
                    columns.push("rev".to_owned());
                    places.push(format!(
                        "(SELECT 1 + count(*) FROM change WHERE root_id = {} AND root_tbl = '{}' AND tbl = '{}'
                        AND record_id = {id})",
                        root.1, root.0, table.name
                    ));
                }
                let sql = format!("INSERT INTO {} ({}) VALUES ({})", table.name, columns.join(", "), places.join(", "));
                self.write(&sql, id, image)?;
            }
        }
        Ok(())
    }

    fn write(&self, sql: &str, id: i64, columns: Image) -> Result<()> {
        let value = |value| match value {
            Value::Null => Some(types::Value::Null),
            Value::Number(n) => n.as_i64().map(types::Value::Integer),
            Value::String(text) => Some(types::Value::Text(text)),
            _ => None,
        };
        let mut values = vec![types::Value::Integer(id)];
        for (column, content) in columns {
            values.push(value(content).ok_or_else(|| strange("change", id, &column))?);
        }
        let done = self.conn.prepare_cached(sql)?.execute(params_from_iter(values));
        done.map(drop).map_err(|error| taken(error.into()))
    }

    /// Leaves a number void that a record has lost by an undo, unless another bears it or it is void by what came back.
    fn lose_number(&self, net: &Net) -> Result<()> {
        let Some(series) = net.table.number else { return Ok(()) };
        let odd = || strange(net.table.name, net.record, "image");
        let image = parse_image(&net.image).ok_or_else(odd)?;
        let had = match net.op {
            Op::Insert => image,
            Op::Update => split(image).ok_or_else(odd)?.1,
            Op::Delete => return Ok(()),
        };
        match had.get("number").and_then(Value::as_i64) {
            Some(had) if !self.is_taken(series, had)? => {
                self.void_numbers(series, had..=had, Series::UNDONE, Some(net.record))
            }
            _ => Ok(()),
        }
    }
}
