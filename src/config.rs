//! The configuration file: keys, and where further languages lie. It is read only when it exists.

use etcetera::{AppStrategy, AppStrategyArgs, choose_app_strategy};
use serde::Deserialize;
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

/// What the file may say.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Keys of commands: `"list.open" = "enter o"`.
    #[serde(default)]
    pub keys: BTreeMap<String, String>,
}

impl Config {
    /// Reads `config.toml` of the folder of settings; without a file everything is as it comes.
    ///
    /// # Errors
    /// Where the file is and what is wrong with it.
    pub fn load() -> Result<Self, String> {
        Self::read(&Self::folder().join("config.toml"))
    }

    fn read(path: &Path) -> Result<Self, String> {
        match std::fs::read_to_string(path) {
            Ok(text) => toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display())),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(format!("{}: {error}", path.display())),
        }
    }

    /// The folder of settings of this user.
    pub fn folder() -> PathBuf {
        strategy().map_or_else(PathBuf::new, |s| s.config_dir())
    }

    /// The book that is opened when none is named.
    pub fn usual_book() -> PathBuf {
        strategy().map_or_else(|| PathBuf::from("book.ushirika"), |s| s.data_dir().join("book.ushirika"))
    }
}

fn strategy() -> Option<impl AppStrategy> {
    let args = AppStrategyArgs {
        top_level_domain: "org".to_owned(),
        author: "Ushirika".to_owned(),
        app_name: "ushirika".to_owned(),
    };
    choose_app_strategy(args).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_file_is_no_fault_and_a_wrong_one_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config.toml");
        assert!(Config::read(&path).unwrap().keys.is_empty());
        std::fs::write(&path, "[keys]\n\"list.open\" = \"o\"\n").unwrap();
        assert_eq!(Config::read(&path).unwrap().keys["list.open"], "o");
        std::fs::write(&path, "colour = 3").unwrap();
        assert!(Config::read(&path).unwrap_err().contains("config.toml"));
    }
}
