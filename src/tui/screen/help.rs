//! All keys that work now; the chosen one runs.

use super::{Cx, Screen, Value};
use crate::tui::{
    area,
    frame::name_key,
    keymap::{self, Cmd, Scope},
    widget::choice::{Item, Offer, Picker},
};

/// The commands of the keys that are listed.
pub struct Keys(Vec<Cmd>);

impl Offer for Keys {
    const CLOSED_BY: Option<Cmd> = Some(Cmd::Help);
    const LARGE: bool = true;
    fn value(&self, item: usize) -> Value {
        Value::Run(self.0[item])
    }
}

/// The keys that work on `below`, with the reason beside those that do not work now.
pub fn help(below: Option<&dyn Screen>, cx: &Cx) -> Picker<Keys> {
    let (mut items, mut commands) = (Vec::new(), Vec::new());
    let scope = below.map_or(Scope::Global, Screen::scope);
    for binding in keymap::shown(scope).filter(|b| !matches!(b.cmd, Cmd::Help)) {
        let keys = cx.keymap.keys(binding).split(' ').map(|key| name_key(key, |id| cx.lang.label(id)));
        let keys = keys.collect::<Vec<_>>().join(" ");
        let name = cx.lang.label(below.map_or(binding.cmd.text_id(), |b| b.name_of(binding.cmd)));
        let refused = below.and_then(|b| b.refuses(binding.cmd)).or_else(|| area::refuses(binding.cmd));
        // what is never done on such a screen is no key of it
        if refused.as_ref().is_some_and(|text| text.id == "say-not-here") {
            continue;
        }
        let refused = refused.map(|text| cx.lang.text(&text));
        items.push(Item { refused, ..Item::new(format!("{keys:<14} {name}")) });
        commands.push(binding.cmd);
    }
    Picker::of(cx.lang.label("cmd-help").to_owned(), items, Keys(commands))
}
