#include "sandbox/specimens/pepdeclaration.h"

#include "sandbox/specimens/form.h"
#include "sandbox/specimens/specimenrandom.h"

#include <array>

namespace finhub::sandbox {

namespace {
constexpr double Full = Sheet::Right - Sheet::Left;

struct Declaration {
    Form form;
    int answer = 0; ///< 0: none, 1: domestic, 2: foreign, 3: relative or close associate
    QString function;
    int since = 0;
};

void drawPage(Sheet& sheet, const Declaration& declaration, const SpecimenRequest& request)
{
    double y = drawFormHead(
        sheet, declaration.form,
        QStringLiteral(
            "A politically exposed person holds, or held within the last twelve months, a prominent "
            "public function, or is a close relative or associate of somebody who does."));
    y = drawSection(sheet, y, QStringLiteral("1  Person"));
    y = drawPersonFields(sheet, y, request);
    y = drawSection(sheet, y, QStringLiteral("2  I declare that"));
    const std::array<QString, 4> answers{
        QStringLiteral("I am not a politically exposed person, nor close to one"),
        QStringLiteral("I hold a prominent public function in the country where I live"),
        QStringLiteral("I hold a prominent public function in another country"),
        QStringLiteral("I am a relative or close associate of such a person")};
    for (std::size_t i = 0; i < answers.size(); ++i)
        sheet.tickBox(Sheet::Left, y + 70.0 * static_cast<double>(i), Full,
                      static_cast<int>(i) == declaration.answer, answers[i], Ink{34});
    y += 70 * 4 + 40;
    y = drawSection(sheet, y, QStringLiteral("3  Function and time in office, if any"));
    const bool any = declaration.answer != 0;
    sheet.formField(Sheet::Left, y, 1100, QStringLiteral("Function"),
                    any ? declaration.function : QStringLiteral("none"));
    sheet.formField(1360, y, 540, QStringLiteral("Since"),
                    any ? QString::number(declaration.since) : QStringLiteral("–"));
    y += 140;
    y = drawSection(sheet, y, QStringLiteral("4  Origin of wealth"));
    sheet.paragraph(Sheet::Left, y, Full,
                    any ? QStringLiteral("My wealth comes from the remuneration of my function, from earlier "
                                         "employment and from savings; a declaration of assets is public.")
                        : QStringLiteral("My wealth comes from employment and savings."),
                    Ink{33});
    drawSignatureBlock(sheet, 2330, declaration.form);
    drawFormFoot(sheet, declaration.form, 1);
}
} // namespace

Paper pepDeclaration(const SpecimenRequest& request)
{
    static constexpr std::array<QStringView, 5> functions{
        u"Member of a municipal council", u"Member of parliament", u"Deputy minister",
        u"Judge at an appeal court", u"Board member of a state-owned company"};
    SpecimenRandom random(request.seed ^ 0x9E9DULL);
    Declaration declaration;
    declaration.form =
        formFor(request, QStringLiteral("Declaration on political exposure"), QStringLiteral("PEP-1"), 1);
    declaration.answer = random.oneIn(3) ? random.between(1, 3) : 0;
    declaration.function = random.pick(functions).toString();
    declaration.since = request.uploadedOn.year() - random.between(1, 5);
    Paper paper;
    paper.title = declaration.form.title;
    paper.pages = {[declaration, request](Sheet& sheet) { drawPage(sheet, declaration, request); }};
    return paper;
}

} // namespace finhub::sandbox
