#include "views/export/exporttexts.h"

#include <QCoreApplication>
#include <QLocale>

namespace finhub::views {

namespace {
QString tr(const char* text)
{
    return QCoreApplication::translate("finhub::views::exporttexts", text);
}
} // namespace

ExportTexts packTexts(const review::CaseFile& file)
{
    return {
        .title = tr("Export the evidence of this case"),
        .text = tr("One zip file with the case as it was read, the decision and its reasons, the hashes of "
                   "the documents, the part of this console's journal that is about the customer with its "
                   "proof, and a summary as PDF."),
        .warning =
            tr("The file holds personal data and leaves the console's care. The export is noted in the "
               "journal."),
        .documents = tr("Put the documents themselves into it as well"),
        .documentsWarning = tr(
            "▲ Passports and other papers of the customer will lie in an ordinary file that anybody who "
            "gets it can read. Do this only where somebody is entitled to them. The export is noted in the "
            "journal."),
        .fileName = QStringLiteral("evidence-%1.zip").arg(file.id().text()),
        .filter = tr("Evidence packs (*.zip)")};
}

ExportTexts listTexts(int most)
{
    return {.title = tr("Export this list"),
            .text =
                tr("The customers of the present view, with its search, filters and order, as a CSV file: at "
                   "most %1 of them. Cells that a spreadsheet would take for a formula are marked as text.")
                    .arg(QLocale().toString(most)),
            .warning =
                tr("The file holds personal data and leaves the console's care. The export is noted in the "
                   "journal."),
            .fileName = QStringLiteral("customers.csv"),
            .filter = tr("Tables (*.csv)")};
}

ExportTexts chosenTexts(int count)
{
    ExportTexts texts = listTexts(count);
    texts.title = tr("Export %1 customers").arg(QLocale().toString(count));
    texts.text =
        tr("The customers that are selected, as a CSV file. Cells that a spreadsheet would take for a "
           "formula are marked as text.");
    return texts;
}

QString notJournaledText()
{
    return tr("Nothing was exported: the journal on this computer cannot be written, and every export has to "
              "stand in it. Try again.");
}

} // namespace finhub::views
