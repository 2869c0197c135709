//! Which key does what: one table that dispatch, footer, help, palette, README and tests read.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// Where a binding is live: one for each kind of screen, and everywhere.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scope {
    /// On every screen, unless the screen binds the key itself.
    Global,
    /// Lists of records.
    List,
    /// The line that filters a list.
    Filter,
    /// One record, read.
    Detail,
    /// Forms.
    Form,
    /// Questions with yes or no.
    Dialog,
    /// Short lists to choose from.
    Picker,
    /// The filters of a list.
    Filters,
    /// Short lists of which some are marked.
    Marks,
    /// What a change of many records would do.
    Summary,
    /// The preview of an import.
    Import,
    /// The columns of an import.
    Columns,
    /// What was kept of the columns of imports, to choose from.
    Mappings,
    /// Acts of a record or of the book.
    History,
    /// Two versions of one record.
    Conflict,
    /// A paper before it is printed.
    Paper,
    /// Pairs of records that may be one person.
    Pairs,
    /// Two records that may be one person.
    Merge,
    /// The locked screen.
    Lock,
    /// Minutes while they are written.
    Minutes,
    /// Something to be read from its beginning to its end.
    Reading,
    /// The first page.
    Home,
}

macro_rules! commands {
    ($($(#[$doc:meta])* $name:ident = $id:literal),+ $(,)?) => {
        /// What a key can do. The text key of a command's name is `cmd-` and its id.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub enum Cmd { $($(#[$doc])* $name,)+
            /// Goes to one of the ten areas, 0 to 9 in their order on screen.
            Area(u8),
        }
        impl Cmd {
            /// Every command.
            pub fn all() -> impl Iterator<Item = Self> {
                [$(Self::$name),+].into_iter().chain((0..10).map(Self::Area))
            }
            /// The key of the command's name in the language files.
            pub const fn text_id(self) -> &'static str {
                match self { $(Self::$name => concat!("cmd-", $id),)+ Self::Area(n) => AREAS[n as usize] }
            }
        }
    };
}

/// Text keys of the areas, in their order on screen; keys `1` to `9`, then `0`.
pub const AREAS: [&str; 10] = [
    "area-home",
    "area-members",
    "area-meetings",
    "area-elections",
    "area-money",
    "area-production",
    "area-legal",
    "area-training",
    "area-plans",
    "area-disputes",
];

/// Text keys of the areas' short names, for narrow screens.
pub const SHORT_AREAS: [&str; 10] = [
    "area-home-short",
    "area-members-short",
    "area-meetings-short",
    "area-elections-short",
    "area-money-short",
    "area-production-short",
    "area-legal-short",
    "area-training-short",
    "area-plans-short",
    "area-disputes-short",
];

commands!(
    /// Ends the program.
    Quit = "quit",
    /// One layer back.
    Back = "back",
    /// Lists the keys and runs the chosen one.
    Help = "help",
    /// Finds any command or record by name.
    Palette = "palette",
    /// Opens the settings.
    Settings = "settings",
    /// Locks the screen or changes the user.
    Lock = "lock",
    /// Changes the language.
    Language = "language",
    /// Undoes the last act of this user.
    Undo = "undo",
    /// Redoes what was undone.
    Redo = "redo",
    /// Enters a pile of paper forms one after the other.
    PaperForms = "paper-forms",
    /// Lists the sites.
    Sites = "sites",
    /// Lists the teams.
    Teams = "teams",
    /// Takes a payment.
    Pay = "pay",
    /// Up one row.
    Up = "up",
    /// Down one row.
    Down = "down",
    /// Up one page.
    PageUp = "page-up",
    /// Down one page.
    PageDown = "page-down",
    /// First row.
    Top = "top",
    /// Last row.
    Bottom = "bottom",
    /// Opens what is selected.
    Open = "open",
    /// Makes a new one.
    New = "new",
    /// Changes what is selected.
    Edit = "edit",
    /// Archives or voids what is selected.
    Archive = "archive",
    /// Filters as you type.
    Filter = "filter",
    /// Chooses a filter from a list.
    Filters = "filters",
    /// Marks a row.
    Mark = "mark",
    /// Marks all rows that are shown.
    MarkAll = "mark-all",
    /// Marks the rows from the one marked last to this one.
    MarkRange = "mark-range",
    /// Changes all marked records together.
    Bulk = "bulk",
    /// Takes something away that is no record.
    Remove = "remove",
    /// Moves something to the left or up.
    Earlier = "earlier",
    /// Moves something to the right or down.
    Later = "later",
    /// Changes the order.
    Sort = "sort",
    /// Admits applicants, or validates admissions.
    Admit = "admit",
    /// Shows what was changed, by whom.
    History = "history",
    /// Prints.
    Print = "print",
    /// Writes a file.
    Export = "export",
    /// Reads a file.
    Import = "import",
    /// Saves.
    Save = "save",
    /// Next field.
    Next = "next",
    /// Previous field.
    Previous = "previous",
    /// Goes on to the field behind this one, or takes the proposal.
    Enter = "enter",
    /// Undoes typing in a field.
    UndoField = "undo-field",
    /// Redoes typing in a field.
    RedoField = "redo-field",
    /// Says yes.
    Confirm = "confirm",
    /// Takes over what was set.
    Done = "done",
    /// Takes the selected one.
    Choose = "choose",
    /// Writes the rows of an import.
    Write = "write",
    /// Shows and changes what the columns mean.
    Columns = "columns",
    /// Leaves a row out of an import, or takes it in again.
    LeaveOut = "leave-out",
    /// Keeps the meaning of the columns under a name.
    SaveMapping = "save-mapping",
    /// Lists the kept meanings of columns.
    Mappings = "mappings",
    /// Chooses another sheet.
    Sheet = "sheet",
    /// Brings people in as applicants, or as admitted members.
    Admitted = "admitted",
    /// Undoes the selected act.
    UndoThis = "undo-this",
    /// Takes the other version of a field.
    Swap = "swap",
    /// Lists who may stand twice in the register.
    Duplicates = "duplicates",
    /// Makes one record of two.
    Merge = "merge",
    /// Keeps the other record of two.
    Exchange = "exchange",
    /// Says that two records are two people.
    Distinct = "distinct",
    /// Puts a motion.
    Motion = "motion",
    /// Writes down what somebody is to do.
    Action = "action",
    /// Puts a record or a phrase into the text.
    Insert = "insert",
    /// Saves and goes on to the next item.
    SaveNext = "save-next",
    /// Goes to the next item.
    NextItem = "next-item",
    /// Goes to the item before.
    PreviousItem = "previous-item",
    /// Looks for words in the text.
    Find = "find",
    /// Completes a name.
    Complete = "complete",
    /// Shows the whole as it will be printed.
    ReadBack = "read-back",
);

/// One row of the table.
pub struct Binding {
    /// Where it is live.
    pub scope: Scope,
    /// Keys separated by blanks; the first is the one that is shown.
    pub keys: &'static str,
    /// What it does.
    pub cmd: Cmd,
    /// Place in the footer, smaller is more to the left; 0 is only in the help.
    pub footer: u8,
}

const fn b(scope: Scope, keys: &'static str, cmd: Cmd, footer: u8) -> Binding {
    Binding { scope, keys, cmd, footer }
}

/// The table. On AZERTY keyboards the unshifted top row (`&é"'(-è_çà`, Belgian `§` and `!`) stands for the digits.
pub static BINDINGS: &[Binding] = &[
    b(Scope::List, "enter", Cmd::Open, 1),
    b(Scope::List, "n", Cmd::New, 2),
    b(Scope::List, "e", Cmd::Edit, 3),
    b(Scope::List, "/", Cmd::Filter, 4),
    b(Scope::List, "f", Cmd::Filters, 5),
    b(Scope::List, "s", Cmd::Sort, 6),
    b(Scope::List, "i", Cmd::Import, 8),
    b(Scope::List, "x", Cmd::Export, 0),
    b(Scope::List, "a", Cmd::Admit, 0),
    b(Scope::List, "p", Cmd::Print, 0),
    b(Scope::List, "d delete", Cmd::Archive, 0),
    b(Scope::List, "space", Cmd::Mark, 0),
    b(Scope::List, "m", Cmd::MarkRange, 0),
    b(Scope::List, "*", Cmd::MarkAll, 0),
    // in the footer as soon as something is marked
    b(Scope::List, "b", Cmd::Bulk, 3),
    b(Scope::List, "c", Cmd::Columns, 0),
    b(Scope::List, "r", Cmd::Duplicates, 0),
    b(Scope::List, "h", Cmd::History, 7),
    b(Scope::List, "up k", Cmd::Up, 0),
    b(Scope::List, "down j", Cmd::Down, 0),
    b(Scope::List, "pageup", Cmd::PageUp, 0),
    b(Scope::List, "pagedown", Cmd::PageDown, 0),
    b(Scope::List, "home", Cmd::Top, 0),
    b(Scope::List, "end", Cmd::Bottom, 0),
    b(Scope::Filter, "enter", Cmd::Done, 1),
    b(Scope::Filter, "esc", Cmd::Back, 2),
    b(Scope::Filter, "up", Cmd::Up, 0),
    b(Scope::Filter, "down", Cmd::Down, 0),
    b(Scope::Filter, "pageup", Cmd::PageUp, 0),
    b(Scope::Filter, "pagedown", Cmd::PageDown, 0),
    b(Scope::Detail, "enter", Cmd::Open, 0),
    b(Scope::Detail, "e", Cmd::Edit, 1),
    b(Scope::Detail, "n", Cmd::New, 2),
    b(Scope::Detail, "d delete", Cmd::Archive, 3),
    b(Scope::Detail, "a", Cmd::Admit, 0),
    b(Scope::Detail, "h", Cmd::History, 4),
    b(Scope::Detail, "down j", Cmd::Down, 0),
    b(Scope::Detail, "up k", Cmd::Up, 0),
    b(Scope::Detail, "pageup", Cmd::PageUp, 0),
    b(Scope::Detail, "pagedown", Cmd::PageDown, 0),
    b(Scope::Detail, "home", Cmd::Top, 0),
    b(Scope::Detail, "end", Cmd::Bottom, 0),
    b(Scope::Detail, "p", Cmd::Print, 5),
    b(Scope::Form, "f2 ctrl-s", Cmd::Save, 1),
    b(Scope::Form, "tab", Cmd::Next, 2),
    b(Scope::Form, "shift-tab", Cmd::Previous, 3),
    b(Scope::Form, "enter", Cmd::Enter, 0),
    b(Scope::Form, "up", Cmd::Up, 0),
    b(Scope::Form, "down", Cmd::Down, 0),
    b(Scope::Form, "pageup", Cmd::PageUp, 0),
    b(Scope::Form, "pagedown", Cmd::PageDown, 0),
    b(Scope::Form, "ctrl-z", Cmd::UndoField, 5),
    b(Scope::Form, "esc", Cmd::Back, 4),
    b(Scope::Form, "ctrl-y", Cmd::RedoField, 0),
    b(Scope::Dialog, "enter", Cmd::Confirm, 1),
    b(Scope::Picker, "enter", Cmd::Choose, 1),
    b(Scope::Picker, "up", Cmd::Up, 0),
    b(Scope::Picker, "down", Cmd::Down, 0),
    b(Scope::Picker, "pageup", Cmd::PageUp, 0),
    b(Scope::Picker, "pagedown", Cmd::PageDown, 0),
    b(Scope::Picker, "home", Cmd::Top, 0),
    b(Scope::Picker, "end", Cmd::Bottom, 0),
    b(Scope::Filters, "enter", Cmd::Choose, 1),
    b(Scope::Filters, "f2", Cmd::Edit, 2),
    b(Scope::Filters, "delete", Cmd::Remove, 3),
    b(Scope::Filters, "up", Cmd::Up, 0),
    b(Scope::Filters, "down", Cmd::Down, 0),
    b(Scope::Filters, "home", Cmd::Top, 0),
    b(Scope::Filters, "end", Cmd::Bottom, 0),
    b(Scope::Marks, "space", Cmd::Mark, 2),
    b(Scope::Marks, "left", Cmd::Earlier, 3),
    b(Scope::Marks, "right", Cmd::Later, 4),
    b(Scope::Marks, "enter f2", Cmd::Done, 1),
    b(Scope::Marks, "up k", Cmd::Up, 0),
    b(Scope::Marks, "down j", Cmd::Down, 0),
    b(Scope::Summary, "enter f2", Cmd::Write, 1),
    b(Scope::Summary, "up k", Cmd::Up, 0),
    b(Scope::Summary, "down j", Cmd::Down, 0),
    b(Scope::Summary, "pageup", Cmd::PageUp, 0),
    b(Scope::Summary, "pagedown", Cmd::PageDown, 0),
    b(Scope::Import, "f2", Cmd::Write, 1),
    b(Scope::Import, "enter", Cmd::Open, 2),
    b(Scope::Import, "c", Cmd::Columns, 3),
    b(Scope::Import, "x space", Cmd::LeaveOut, 4),
    b(Scope::Import, "f", Cmd::Filters, 5),
    b(Scope::Import, "a", Cmd::Admitted, 6),
    b(Scope::Import, "s", Cmd::Sheet, 7),
    b(Scope::Import, "up k", Cmd::Up, 0),
    b(Scope::Import, "down j", Cmd::Down, 0),
    b(Scope::Import, "pageup", Cmd::PageUp, 0),
    b(Scope::Import, "pagedown", Cmd::PageDown, 0),
    b(Scope::Import, "home", Cmd::Top, 0),
    b(Scope::Import, "end", Cmd::Bottom, 0),
    b(Scope::Columns, "enter", Cmd::Choose, 1),
    b(Scope::Columns, "f2", Cmd::Done, 2),
    b(Scope::Columns, "s", Cmd::SaveMapping, 3),
    b(Scope::Columns, "f", Cmd::Mappings, 4),
    b(Scope::Columns, "up k", Cmd::Up, 0),
    b(Scope::Columns, "down j", Cmd::Down, 0),
    b(Scope::Columns, "pageup", Cmd::PageUp, 0),
    b(Scope::Columns, "pagedown", Cmd::PageDown, 0),
    b(Scope::Mappings, "enter", Cmd::Choose, 1),
    b(Scope::Mappings, "delete", Cmd::Remove, 2),
    b(Scope::Mappings, "up", Cmd::Up, 0),
    b(Scope::Mappings, "down", Cmd::Down, 0),
    b(Scope::Mappings, "pageup", Cmd::PageUp, 0),
    b(Scope::Mappings, "pagedown", Cmd::PageDown, 0),
    b(Scope::Mappings, "home", Cmd::Top, 0),
    b(Scope::Mappings, "end", Cmd::Bottom, 0),
    b(Scope::History, "u", Cmd::UndoThis, 1),
    b(Scope::History, "enter", Cmd::Open, 2),
    b(Scope::History, "up k", Cmd::Up, 0),
    b(Scope::History, "down j", Cmd::Down, 0),
    b(Scope::History, "pageup", Cmd::PageUp, 0),
    b(Scope::History, "pagedown", Cmd::PageDown, 0),
    b(Scope::History, "home", Cmd::Top, 0),
    b(Scope::History, "end", Cmd::Bottom, 0),
    b(Scope::Conflict, "f2 ctrl-s", Cmd::Save, 1),
    b(Scope::Conflict, "space enter", Cmd::Swap, 2),
    b(Scope::Conflict, "up k", Cmd::Up, 0),
    b(Scope::Conflict, "down j", Cmd::Down, 0),
    b(Scope::Paper, "p enter", Cmd::Print, 1),
    b(Scope::Paper, "f2 ctrl-s x", Cmd::Save, 2),
    b(Scope::Paper, "e", Cmd::Edit, 3),
    b(Scope::Paper, "up k", Cmd::Up, 0),
    b(Scope::Paper, "down j", Cmd::Down, 0),
    b(Scope::Paper, "pageup", Cmd::PageUp, 0),
    b(Scope::Paper, "pagedown space", Cmd::PageDown, 0),
    b(Scope::Paper, "home", Cmd::Top, 0),
    b(Scope::Paper, "end", Cmd::Bottom, 0),
    b(Scope::Pairs, "enter", Cmd::Open, 1),
    b(Scope::Pairs, "d", Cmd::Distinct, 2),
    b(Scope::Pairs, "up k", Cmd::Up, 0),
    b(Scope::Pairs, "down j", Cmd::Down, 0),
    b(Scope::Pairs, "pageup", Cmd::PageUp, 0),
    b(Scope::Pairs, "pagedown", Cmd::PageDown, 0),
    b(Scope::Pairs, "home", Cmd::Top, 0),
    b(Scope::Pairs, "end", Cmd::Bottom, 0),
    b(Scope::Merge, "f2 ctrl-s", Cmd::Merge, 1),
    b(Scope::Merge, "space enter", Cmd::Swap, 2),
    b(Scope::Merge, "x", Cmd::Exchange, 3),
    b(Scope::Merge, "d", Cmd::Distinct, 4),
    b(Scope::Merge, "up k", Cmd::Up, 0),
    b(Scope::Merge, "down j", Cmd::Down, 0),
    b(Scope::Merge, "home", Cmd::Top, 0),
    b(Scope::Merge, "end", Cmd::Bottom, 0),
    b(Scope::Lock, "enter", Cmd::Open, 1),
    b(Scope::Lock, "tab down", Cmd::Next, 2),
    b(Scope::Lock, "shift-tab up", Cmd::Previous, 0),
    b(Scope::Minutes, "f2", Cmd::SaveNext, 1),
    b(Scope::Minutes, "f3", Cmd::Motion, 2),
    b(Scope::Minutes, "f4", Cmd::Insert, 3),
    b(Scope::Minutes, "f5", Cmd::Action, 4),
    b(Scope::Minutes, "f6", Cmd::ReadBack, 5),
    b(Scope::Minutes, "ctrl-f", Cmd::Find, 6),
    b(Scope::Minutes, "ctrl-s", Cmd::Save, 0),
    b(Scope::Minutes, "pageup", Cmd::PageUp, 0),
    b(Scope::Minutes, "pagedown", Cmd::PageDown, 0),
    b(Scope::Minutes, "alt-pageup", Cmd::PreviousItem, 0),
    b(Scope::Minutes, "alt-pagedown", Cmd::NextItem, 0),
    b(Scope::Minutes, "ctrl-z", Cmd::UndoField, 8),
    b(Scope::Minutes, "ctrl-y", Cmd::RedoField, 0),
    b(Scope::Minutes, "tab", Cmd::Complete, 0),
    b(Scope::Minutes, "esc", Cmd::Back, 7),
    b(Scope::Reading, "pagedown space", Cmd::PageDown, 1),
    b(Scope::Reading, "pageup", Cmd::PageUp, 2),
    b(Scope::Reading, "up k", Cmd::Up, 0),
    b(Scope::Reading, "down j", Cmd::Down, 0),
    b(Scope::Reading, "home", Cmd::Top, 0),
    b(Scope::Reading, "end", Cmd::Bottom, 0),
    b(Scope::Reading, "f6", Cmd::ReadBack, 0),
    b(Scope::Home, "enter", Cmd::Open, 1),
    b(Scope::Home, "up k", Cmd::Up, 0),
    b(Scope::Home, "down j", Cmd::Down, 0),
    b(Scope::Global, "f3", Cmd::PaperForms, 0),
    b(Scope::Global, "f4", Cmd::Pay, 0),
    b(Scope::Global, "f6", Cmd::Sites, 0),
    b(Scope::Global, "f7", Cmd::Teams, 0),
    b(Scope::Global, "f8", Cmd::Duplicates, 0),
    b(Scope::Global, "ctrl-p", Cmd::Palette, 20),
    b(Scope::Global, "? f1", Cmd::Help, 21),
    b(Scope::Global, "esc", Cmd::Back, 15),
    b(Scope::Global, "u", Cmd::Undo, 16),
    b(Scope::Global, "ctrl-r", Cmd::Redo, 0),
    b(Scope::Global, ",", Cmd::Settings, 0),
    b(Scope::Global, "f9", Cmd::Language, 0),
    b(Scope::Global, "ctrl-l", Cmd::Lock, 22),
    b(Scope::Global, "ctrl-q ctrl-c", Cmd::Quit, 23),
    b(Scope::Global, "1 & alt-1 alt-&", Cmd::Area(0), 0),
    b(Scope::Global, "2 é alt-2 alt-é", Cmd::Area(1), 0),
    b(Scope::Global, "3 \" alt-3 alt-\"", Cmd::Area(2), 0),
    b(Scope::Global, "4 ' alt-4 alt-'", Cmd::Area(3), 0),
    b(Scope::Global, "5 ( alt-5 alt-(", Cmd::Area(4), 0),
    b(Scope::Global, "6 - § alt-6 alt-- alt-§", Cmd::Area(5), 0),
    b(Scope::Global, "7 è alt-7 alt-è", Cmd::Area(6), 0),
    b(Scope::Global, "8 _ ! alt-8 alt-_ alt-!", Cmd::Area(7), 0),
    b(Scope::Global, "9 ç alt-9 alt-ç", Cmd::Area(8), 0),
    b(Scope::Global, "0 à alt-0 alt-à", Cmd::Area(9), 0),
];

/// The table with the keys of the configuration file put over it.
pub struct Keymap {
    /// Keys that the configuration gives to a command, instead of the table's.
    own: Vec<(Scope, Cmd, String)>,
}

impl Keymap {
    /// The table as it is.
    pub const fn standard() -> Self {
        Self { own: Vec::new() }
    }

    /// The table with the rows of the configuration: `"list.open" = "enter o"`.
    ///
    /// # Errors
    /// The first name or key that means nothing.
    pub fn with<'a>(rows: impl Iterator<Item = (&'a str, &'a str)>) -> Result<Self, String> {
        let mut own = Vec::new();
        for (name, keys) in rows {
            let found = name.split_once('.').and_then(|(scope, id)| {
                BINDINGS.iter().find(|b| {
                    format!("{:?}", b.scope).eq_ignore_ascii_case(scope)
                        && b.cmd.text_id().split_once('-').is_some_and(|(_, rest)| rest == id)
                })
            });
            let Some(binding) = found else { return Err(name.to_owned()) };
            if let Some(bad) = keys.split(' ').find(|k| parse(k).is_none()) {
                return Err(bad.to_owned());
            }
            own.push((binding.scope, binding.cmd, keys.to_owned()));
        }
        Ok(Self { own })
    }

    /// The keys of a binding, the first being the one that is shown.
    pub fn keys<'a>(&'a self, binding: &'a Binding) -> &'a str {
        let own = self.own.iter().find(|(scope, cmd, _)| *scope == binding.scope && *cmd == binding.cmd);
        own.map_or(binding.keys, |(_, _, keys)| keys)
    }

    /// The command of a key. While somebody types, plain characters are text and never match.
    pub fn lookup(&self, scope: Scope, key: KeyEvent, typing: bool) -> Option<Cmd> {
        let plain = matches!(key.code, KeyCode::Char(_))
            && !key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
        if typing && plain {
            return None;
        }
        let pressed = normal(key);
        active(scope).find(|b| self.keys(b).split(' ').any(|k| parse(k) == Some(pressed))).map(|b| b.cmd)
    }
}

/// Bindings live in `scope`, the screen's own first; a global one whose command the screen binds itself is left out.
pub fn active(scope: Scope) -> impl Iterator<Item = &'static Binding> {
    let own = BINDINGS.iter().filter(move |b| b.scope == scope);
    let shadowed = move |cmd| BINDINGS.iter().any(|b| b.scope == scope && b.cmd == cmd);
    own.chain(BINDINGS.iter().filter(move |b| b.scope == Scope::Global && !shadowed(b.cmd)))
}

/// Bindings that are shown for `scope`: those whose first key does not do something else there.
pub fn shown(scope: Scope) -> impl Iterator<Item = &'static Binding> {
    let taken = move |binding: &Binding| {
        let first = binding.keys.split(' ').next();
        BINDINGS.iter().any(|own| own.scope == scope && own.keys.split(' ').any(|key| Some(key) == first))
    };
    active(scope).filter(move |b| b.scope == scope || !taken(b))
}

/// A key without what differs between terminals: Shift is part of the character, Shift-Tab has one name.
fn normal(key: KeyEvent) -> (KeyCode, KeyModifiers) {
    match key.code {
        KeyCode::BackTab => (KeyCode::BackTab, KeyModifiers::NONE),
        KeyCode::Char(c) if key.modifiers.contains(KeyModifiers::CONTROL) => {
            (KeyCode::Char(c.to_ascii_lowercase()), KeyModifiers::CONTROL)
        }
        code => (code, key.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT)),
    }
}

/// Reads a key as the table writes it: `ctrl-p`, `shift-tab`, `f2`, `é`.
pub fn parse(text: &str) -> Option<(KeyCode, KeyModifiers)> {
    if text == "shift-tab" {
        return Some((KeyCode::BackTab, KeyModifiers::NONE));
    }
    let (mut mods, mut rest) = (KeyModifiers::NONE, text);
    while let Some((name, r)) = rest.split_once('-').filter(|(name, r)| !name.is_empty() && !r.is_empty()) {
        mods |= match name {
            "ctrl" => KeyModifiers::CONTROL,
            "alt" => KeyModifiers::ALT,
            _ => return None,
        };
        rest = r;
    }
    let code = match rest {
        "esc" => KeyCode::Esc,
        "enter" => KeyCode::Enter,
        "tab" => KeyCode::Tab,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "pageup" => KeyCode::PageUp,
        "pagedown" => KeyCode::PageDown,
        "delete" => KeyCode::Delete,
        "backspace" => KeyCode::Backspace,
        "space" => KeyCode::Char(' '),
        f if f.len() > 1 && f.starts_with('f') => KeyCode::F(f[1..].parse().ok()?),
        c => {
            let mut letters = c.chars();
            let letter = letters.next()?;
            if letters.next().is_some() {
                return None;
            }
            KeyCode::Char(letter)
        }
    };
    Some((code, mods))
}

/// The digit that an AZERTY key of the top row gives with Shift, for fields that take numbers.
pub const fn azerty_digit(typed: char) -> char {
    match typed {
        '&' => '1',
        'é' => '2',
        '"' => '3',
        '\'' => '4',
        '(' => '5',
        '-' | '§' => '6',
        'è' => '7',
        '_' | '!' => '8',
        'ç' => '9',
        'à' => '0',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_parses_and_is_unique_in_its_scope() {
        let mut seen = vec![];
        for binding in BINDINGS {
            for key in binding.keys.split(' ') {
                let parsed = parse(key).unwrap_or_else(|| panic!("bad key {key}"));
                assert!(!seen.contains(&(binding.scope, parsed)), "{key} bound twice in {:?}", binding.scope);
                seen.push((binding.scope, parsed));
            }
        }
    }

    #[test]
    fn plain_characters_are_text_while_typing() {
        let map = Keymap::standard();
        let key = |c, m| KeyEvent::new(KeyCode::Char(c), m);
        assert_eq!(map.lookup(Scope::Form, key('1', KeyModifiers::NONE), true), None);
        assert_eq!(map.lookup(Scope::Form, key('2', KeyModifiers::ALT), true), Some(Cmd::Area(1)));
        assert_eq!(map.lookup(Scope::List, key('é', KeyModifiers::NONE), false), Some(Cmd::Area(1)));
        assert_eq!(map.lookup(Scope::Form, key('S', KeyModifiers::CONTROL), true), Some(Cmd::Save));
        assert_eq!(map.lookup(Scope::List, key('?', KeyModifiers::SHIFT), false), Some(Cmd::Help));
    }

    #[test]
    fn the_configuration_replaces_keys() {
        let map = Keymap::with([("list.open", "o")].into_iter()).unwrap();
        let key = |code| KeyEvent::new(code, KeyModifiers::NONE);
        assert_eq!(map.lookup(Scope::List, key(KeyCode::Char('o')), false), Some(Cmd::Open));
        assert_eq!(map.lookup(Scope::List, key(KeyCode::Enter), false), None);
        assert_eq!(Keymap::with([("list.nothing", "o")].into_iter()).err(), Some("list.nothing".into()));
        assert_eq!(Keymap::with([("list.open", "strg-o")].into_iter()).err(), Some("strg-o".into()));
    }

    #[test]
    fn the_top_row_of_azerty_counts() {
        assert_eq!("&é\"'(-è_çà".chars().map(azerty_digit).collect::<String>(), "1234567890");
    }
}
