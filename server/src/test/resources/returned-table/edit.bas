' Edits the exported table as people do, and saves it as an .xlsx. Rows and columns count from 0.
Sub Edit(source As String, target As String)
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "Hidden" : how(0).Value = True
  Dim book : book = StarDesktop.loadComponentFromURL(source, "_blank", 0, how())
  Dim sheet : sheet = book.Sheets.getByIndex(0)

  ' Cells. Row 3 of the table is item 1-1-1.
  sheet.getCellRangeByName("H4").String = "图斑数据完整、坐标一致"
  Dim formats : formats = book.NumberFormats
  Dim day As Long : day = formats.queryKey("YYYY/M/D", book.CharLocale, False)
  If day = -1 Then day = formats.addNew("YYYY/M/D", book.CharLocale)
  sheet.getCellRangeByName("I6").NumberFormat = day
  sheet.getCellRangeByName("I6").Value = DateSerial(2026, 4, 30)
  sheet.getCellRangeByName("P8").String = "００００-1000006  "
  sheet.getCellRangeByName("J13").String = "2026年：列支50万元；2027年：列支80万元"
  sheet.getCellRangeByName("K11").String = "2026年10月31日 清运完毕"
  sheet.getCellRangeByName("P14").String = ""
  sheet.getCellRangeByName("A12").String = ""
  sheet.getCellRangeByName("G12").String = "安排清运和处置经费"

  ' Merged: one leader for three rows keeps the uppermost. Unmerged: the task stands in its first row alone.
  sheet.getCellRangeByName("M9:M10").clearContents(7)
  sheet.getCellRangeByName("M8:M10").merge(True)
  sheet.getCellRangeByName("C3:C5").merge(False)
  sheet.getCellRangeByName("I2").String = "完成时限"

  ' Rows: one deleted, the header repeated, one added, a total and a remark below, a line above.
  sheet.Rows.removeByIndex(4, 1)
  sheet.Rows.insertByIndex(6, 1)
  sheet.copyRange(sheet.getCellRangeByName("A7").CellAddress, sheet.getCellRangeByName("A2:P2").RangeAddress)
  Dim added : added = Array("", "三、强化保障", "落实资金。", "将土壤污染防治经费列入年度预算。", "净原县发展和改革局", "参与", "争取上级专项资金", "", "2026年12月31日", "", "", "", "", "", "", "")
  Dim column As Integer
  For column = 0 To 15
    sheet.getCellByPosition(column, 15).String = added(column)
  Next
  sheet.getCellRangeByName("A17").String = "合计"
  sheet.getCellRangeByName("B17").String = "13 项"
  sheet.getCellRangeByName("A18").String = "备注：本表由各单位填报。"
  sheet.getCellRangeByName("A18:P18").merge(True)
  sheet.Rows.insertByIndex(0, 1)
  sheet.getCellRangeByName("A1").String = "附件2"

  ' Columns: 责任人 and 联系人 exchanged, 成果 taken out, one of the reader's own put in.
  sheet.Columns.insertByIndex(13, 1)
  sheet.moveRange(sheet.getCellRangeByName("N1").CellAddress, sheet.getCellRangeByName("P1:P20").RangeAddress)
  sheet.Columns.removeByIndex(15, 1)
  sheet.Columns.removeByIndex(11, 1)
  sheet.Columns.insertByIndex(1, 1)
  sheet.getCellRangeByName("B3").String = "补充意见"
  sheet.getCellRangeByName("B4").String = "无"

  Dim kind(0) As New com.sun.star.beans.PropertyValue
  kind(0).Name = "FilterName" : kind(0).Value = "Calc MS Excel 2007 XML"
  book.storeToURL(target, kind())
  book.close(True)
End Sub
