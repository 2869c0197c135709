//! Which class each table has, and the triggers that follow from it.
//!
//! Every table stands in [`TABLES`]. What a row of an audited table held before and after is written into `change` by
//! generated triggers, whoever writes: a write while no act is open is refused by the book itself. Insert and delete
//! log the row without its blanks, an update the columns that changed as `[before, after]`. Columns named `rev` and the
//! derived ones are never logged.

use super::{Act, Reader, Result, Series};
use crate::domain::user::Role;
use rusqlite::Connection;

/// What happens to the rows of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// The log itself and what identifies the book.
    Ground,
    /// Every change is logged, undone, and covered by the chain.
    Audited,
    /// Kept from other tables by triggers; never logged.
    Derived,
    /// Belongs to this machine: drafts, settings.
    Local,
    /// Never logged, never shown.
    Secret,
}

/// The record whose history a row belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Root {
    /// The row itself.
    Own,
    /// The row of `table` that `column` names; the row itself when the column is blank.
    Of {
        /// Table of the root.
        table: &'static str,
        /// Column that holds its id.
        column: &'static str,
    },
}

/// One table of the book.
#[derive(Debug)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// What happens to its rows.
    pub class: Class,
    /// Whose history its rows belong to.
    pub root: Root,
    /// Columns that follow from the others.
    pub derived: &'static [&'static str],
    /// The series whose numbers its column `number` holds: losing one leaves a void.
    pub number: Option<Series>,
    /// Who may read it; empty when everybody may.
    pub readers: &'static [Role],
    /// Brings derived columns up to date after an undo and checks the rules of the domain.
    pub settle: Option<fn(&Act, i64) -> Result<()>>,
    /// Names the rows whose derived columns do not follow from the others.
    pub stale: Option<Stale>,
}

/// Names rows one by one.
pub type Stale = fn(&Reader, &mut dyn FnMut(i64)) -> Result<()>;

const fn table(name: &'static str, class: Class) -> Table {
    Table { name, class, root: Root::Own, derived: &[], number: None, readers: &[], settle: None, stale: None }
}

/// All tables.
pub static TABLES: &[Table] = &[
    table("book", Class::Ground),
    table("sequence", Class::Ground),
    table("act", Class::Ground),
    table("change", Class::Ground),
    table("coop", Class::Audited),
    Table { settle: Some(super::user::settle), ..table("user", Class::Audited) },
    table("user_pin", Class::Secret),
    Table {
        derived: &["name_key"],
        settle: Some(super::site::settle),
        stale: Some(super::site::stale),
        ..table("site", Class::Audited)
    },
    Table {
        derived: &["search_key", "words_key", "village_key", "id_key"],
        number: Some(Series::Member),
        settle: Some(super::member::settle),
        stale: Some(super::member::stale),
        ..table("member", Class::Audited)
    },
    Table { root: Root::Of { table: "member", column: "member_id" }, ..table("member_status", Class::Audited) },
    Table { root: Root::Of { table: "member", column: "member_id" }, ..table("number_void", Class::Audited) },
    table("member_total", Class::Derived),
    table("draft", Class::Local),
    table("preference", Class::Local),
];

/// Triggers that keep the derived tables.
const DERIVED: &str = include_str!("../../data/schema/derived.sql");

/// What the book says to a write behind the program's back.
const REFUSAL: &str = "ushirika: no act is open; this book is written only by the program ushirika";

/// The table of that name, if it is audited.
pub fn audited(name: &str) -> Option<&'static Table> {
    TABLES.iter().find(|t| t.class == Class::Audited && t.name == name)
}

impl PartialEq for Table {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}
impl Eq for Table {}

/// The columns that a table really has.
#[derive(Debug)]
pub(super) struct Layout {
    /// The logged ones, in the order of the table.
    pub columns: Vec<String>,
    /// Those that may not be blank and have a default, with its SQL: what a row holds that is older than the column.
    pub defaults: Vec<(String, String)>,
    /// Whether changes of a row are counted.
    pub has_rev: bool,
    /// The statement that gives a row's image.
    pub live: String,
}

impl Layout {
    pub fn read(conn: &Connection, table: &Table) -> Result<Self> {
        let mut statement =
            conn.prepare("SELECT name, \"notnull\", dflt_value FROM pragma_table_info(?1) ORDER BY cid")?;
        let mut rows = statement.query([table.name])?;
        let mut layout = Self { columns: Vec::new(), defaults: Vec::new(), has_rev: false, live: String::new() };
        while let Some(row) = rows.next()? {
            let name: String = row.get(0)?;
            if name == "rev" {
                layout.has_rev = true;
            } else if name != "id" && !table.derived.contains(&name.as_str()) {
                if let (true, Some(default)) = (row.get(1)?, row.get(2)?) {
                    layout.defaults.push((name.clone(), default));
                }
                layout.columns.push(name);
            }
        }
        layout.live = format!("SELECT {} FROM {} WHERE id = ?1", layout.image(""), table.name);
        Ok(layout)
    }

    /// The SQL of a row's image: a JSON object of its columns without the blank ones.
    pub fn image(&self, row: &str) -> String {
        // RFC 7396: a null in a patch removes the member, so that only what is there remains
        let members: Vec<String> = self.columns.iter().map(|c| format!("'{c}',{row}{c}")).collect();
        format!("json_patch('{{}}',json_object({}))", members.join(","))
    }
}

impl Table {
    /// The SQL of a row's root: table and id.
    pub(super) fn root_sql(&self, row: &str) -> (String, String) {
        let name = self.name;
        match self.root {
            Root::Own => (format!("'{name}'"), format!("{row}id")),
            Root::Of { table, column } => {
                (format!("iif({row}{column} IS NULL,'{name}','{table}')"), format!("ifnull({row}{column},{row}id)"))
            }
        }
    }

    fn triggers(&self, conn: &Connection) -> Result<Vec<String>> {
        let name = self.name;
        let layout = Layout::read(conn, self)?;
        let trigger = |verb: &str, body: &str| {
            format!("CREATE TRIGGER {name}_log_{verb} AFTER {verb} ON {name} BEGIN {body};END")
        };
        let log = |row: &str, op: &str| {
            let (root, id) = self.root_sql(row);
            let to = "INSERT INTO change(act_id,tbl,record_id,root_tbl,root_id,op,image)";
            (to, format!("'{name}',{row}id,{root},{id},'{op}'"))
        };
        // every program that opens the book parses this: what is shorter opens faster
        let act = "(SELECT id FROM act WHERE hash IS NULL)";
        let whole = |row: &str, op: &str| {
            let (to, what) = log(row, op);
            format!("{to}VALUES(ifnull({act},RAISE(ABORT,'{REFUSAL}')),{what},{})", layout.image(row))
        };
        let (to, what) = log("NEW.", "u");
        let differences: Vec<String> = layout
            .columns
            .iter()
            .map(|c| format!("iif(OLD.{c} IS NEW.{c},'',',\"{c}\":'||json_array(OLD.{c},NEW.{c}))"))
            .collect();
        // an update that changes nothing that is logged leaves no entry, and needs an act all the same
        let differing = format!(
            "SELECT RAISE(ABORT,'{REFUSAL}')WHERE NOT EXISTS{act};\
             {to}SELECT{act},{what},i FROM(SELECT'{{'||substr({},2)||'}}'i)WHERE i<>'{{}}'",
            differences.join("||")
        );
        Ok(vec![
            trigger("insert", &whole("NEW.", "i")),
            trigger("update", &differing),
            trigger("delete", &whole("OLD.", "d")),
        ])
    }
}

/// Every trigger a book must have, as `SQLite` keeps it.
pub(super) fn triggers(conn: &Connection) -> Result<Vec<String>> {
    let mut all = Vec::new();
    for table in TABLES.iter().filter(|t| t.class == Class::Audited) {
        all.extend(table.triggers(conn)?);
    }
    let derived = DERIVED.split_once("CREATE").map_or("", |(_, rest)| rest);
    all.extend(derived.split("\nCREATE").map(|rest| format!("CREATE{}", rest.trim_end().trim_end_matches(';'))));
    Ok(all)
}

/// Drops every trigger and makes them anew.
pub(super) fn make_triggers(conn: &Connection) -> Result<()> {
    drop_triggers(conn)?;
    for sql in triggers(conn)? {
        conn.execute_batch(&sql)?;
    }
    Ok(())
}

/// Drops every trigger.
pub(super) fn drop_triggers(conn: &Connection) -> Result<()> {
    let mut statement = conn.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")?;
    let names = statement.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
    for name in names {
        conn.execute_batch(&format!("DROP TRIGGER \"{name}\""))?;
    }
    Ok(())
}
