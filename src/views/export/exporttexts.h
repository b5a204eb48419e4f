#pragma once

#include "review/casefile.h"
#include "views/export/exportdialog.h"

namespace finhub::views {

ExportTexts packTexts(const review::CaseFile& file);
ExportTexts listTexts(int most);
/// Of so many customers that were chosen one by one.
ExportTexts chosenTexts(int count);

/// That the journal did not take the entry without which nothing is exported.
QString notJournaledText();

} // namespace finhub::views
