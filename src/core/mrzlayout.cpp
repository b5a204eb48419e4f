#include "core/mrzlayout.h"

namespace finhub {

namespace {
MrzLayout td1()
{
    MrzLayout layout;
    layout.documentCode = {0, 2};
    layout.issuingState = {2, 3};
    layout.documentNumber = {5, 9};
    layout.optionalData = {15, 15};
    layout.dateOfBirth = {30, 6};
    layout.sex = {37, 1};
    layout.expiry = {38, 6};
    layout.nationality = {45, 3};
    layout.moreOptionalData = {48, 11};
    layout.names = {60, 30};
    layout.numberMayGoOn = true;
    layout.united = {{{5, 25}, {30, 7}, {38, 7}, {48, 11}}};
    layout.composite = 59;
    return layout;
}

MrzLayout td2()
{
    MrzLayout layout;
    layout.documentCode = {0, 2};
    layout.issuingState = {2, 3};
    layout.names = {5, 31};
    layout.documentNumber = {36, 9};
    layout.nationality = {46, 3};
    layout.dateOfBirth = {49, 6};
    layout.sex = {56, 1};
    layout.expiry = {57, 6};
    layout.optionalData = {64, 7};
    layout.numberMayGoOn = true;
    layout.united = {{{36, 10}, {49, 7}, {57, 14}, {0, 0}}};
    layout.composite = 71;
    return layout;
}

MrzLayout td3()
{
    MrzLayout layout;
    layout.documentCode = {0, 2};
    layout.issuingState = {2, 3};
    layout.names = {5, 39};
    layout.documentNumber = {44, 9};
    layout.nationality = {54, 3};
    layout.dateOfBirth = {57, 6};
    layout.sex = {64, 1};
    layout.expiry = {65, 6};
    layout.optionalData = {72, 14};
    layout.optionalHasDigit = true;
    layout.united = {{{44, 10}, {57, 7}, {65, 22}, {0, 0}}};
    layout.composite = 87;
    return layout;
}
} // namespace

MrzLayout mrzLayout(MrzFormat format)
{
    switch (format) {
    case MrzFormat::Td1:
        return td1();
    case MrzFormat::Td2:
        return td2();
    case MrzFormat::Td3:
        return td3();
    }
    return {};
}

} // namespace finhub
